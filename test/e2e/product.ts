import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { openStore, startApp, type App } from '../../src/app.ts';
import { systemClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { startEmulator, type Emulator } from '../../src/emulator/emulator.ts';
import { loadExample } from '../../src/load-example.ts';
import { createLog } from '../../src/log.ts';
import { randomId } from '../../src/new-id.ts';
import type { AgencyStore, Store } from '../../src/store/port.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { temporaryFolder } from '../server-process.ts';

export interface Product {
  readonly app: App;
  readonly emulator: Emulator;
  /** The same store, opened a second time, as the commands do. */
  readonly store: AgencyStore;
  readonly secret: string;
  readonly token: string;
  /** Everything logged, at the most talkative level. */
  readonly logged: () => string;
  readonly metric: (line: string) => Promise<string | undefined>;
  /** What the bot said last in a chat: texts and altTexts of the newest reply. */
  readonly ask: (chat: string, text: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

/**
 * The whole product behind a channel of the emulator, with the example agency published. Kept in a SQLite file unless
 * `environment` names another store.
 */
export async function startProduct(environment: Readonly<Record<string, string>> = {}): Promise<Product> {
  const folder = temporaryFolder();
  const secret = randomBytes(16).toString('hex');
  const token = randomBytes(32).toString('base64url');
  const emulator = await startEmulator({
    port: 0,
    channelSecret: secret,
    channelAccessToken: token,
    clock: systemClock,
    newId: randomId,
    redeliverAfterMs: [50, 50],
  });
  const stream = new PassThrough();
  let logged = '';
  stream.on('data', (chunk: Buffer) => (logged += chunk.toString()));
  const config = readConfig({
    PORT: '0',
    STORE: `sqlite:${join(folder.path, 'prongsai.db')}`,
    LINE_CHANNEL_SECRET: secret,
    LINE_CHANNEL_ACCESS_TOKEN: token,
    LINE_API_BASE_URL: emulator.url,
    ...environment,
  });
  const second = await openStore(config.store);
  await untilItAnswers(second);
  const store = second.agency(config.orgId);
  await loadExample(store, systemClock);
  const app = await startApp(config, createLog('debug', stream));
  const url = `http://127.0.0.1:${app.port}`;
  emulator.setWebhookUrl(`${url}/webhook`);
  while ((await fetch(`${url}/readyz`)).status !== 200) await new Promise(setImmediate);
  return {
    app,
    emulator,
    store,
    secret,
    token,
    logged: () => logged,
    metric: async (line) => {
      const text = await (await fetch(`${url}/metrics`)).text();
      return text
        .split('\n')
        .find((one) => one.startsWith(line))
        ?.split(' ')
        .at(-1);
    },
    ask: async (chat, text) => {
      const after = emulator.chat(chat).at(-1)?.seq ?? 0;
      await emulator.sendText(chat, text);
      const entries = await emulator.waitForReply(chat, { after });
      return entries.map((entry) => entry.notification ?? '').join('\n');
    },
    close: async () => {
      await app.close();
      await emulator.close();
      await second.close();
      folder.remove();
    },
  };
}

/** The first call to Firestore loads the client's protocol files, which takes seconds on a machine that is busy with other tests. */
async function untilItAnswers(store: Store): Promise<void> {
  for (let tries = 0; tries < 10; tries += 1) {
    try {
      await store.ping();
      return;
    } catch (error) {
      if (!(error instanceof StoreError) || tries === 9) throw error;
    }
  }
}
