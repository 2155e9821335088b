import { setTimeout } from 'node:timers/promises';
import { PushClient } from '../../src/line/push-client.ts';
import { deliver } from '../../src/push/deliver.ts';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.ts';

/** Delivers what waits in a file, in a process that can be killed. Its clock is ahead by the given time, so that leases run out. */
const [path = '', apiBaseUrl = '', ahead = '0'] = process.argv.slice(2);
const store = openSqliteStore({ path, busyTimeoutMs: 5_000 });
const client = new PushClient({
  apiBaseUrl,
  channelAccessToken: 'a-channel-access-token',
  connections: 20,
  deadlineMs: 10_000,
});
await deliver({
  store: store.agency('example'),
  send: (sending) => client.send(sending),
  clock: () => new Date(Date.now() + Number(ahead)),
  name: crypto.randomUUID(),
  random: Math.random,
  pause: async (ms) => {
    await setTimeout(Math.min(ms, 1_000));
  },
});
await client.close();
await store.close();
