import { setTimeout } from 'node:timers/promises';
import { createCrowd } from '../../src/emulator/world/crowd.ts';
import { PushClient } from '../../src/line/push-client.ts';
import { deliver } from '../../src/push/deliver.ts';
import { planPush } from '../../src/push/plan-push.ts';
import { retryKey } from '../../src/push/retry-key.ts';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.ts';

/**
 * Sends one message to so many people, from the outbox or by a bare loop of multicasts with as many in flight, and prints how long
 * that took and how much memory the process had at most.
 */
const [way, apiBaseUrl = '', count = '0', path = ''] = process.argv.slice(2);
const MESSAGE = [{ type: 'text', text: 'ผลการประเมินปีงบประมาณ 2568 ออกแล้ว ดูได้ในแชตนี้' }];
const MESSAGES = JSON.stringify(MESSAGE);
const IN_FLIGHT = 8;
const people = Number(count);
const crowd = createCrowd();
const client = new PushClient({
  apiBaseUrl,
  channelAccessToken: 'a-channel-access-token',
  connections: IN_FLIGHT,
  deadlineMs: 30_000,
});

async function fromOutbox(): Promise<{ planMs: number; sendMs: number }> {
  const store = openSqliteStore({ path });
  const agency = store.agency('example');
  const began = performance.now();
  await planPush(
    agency,
    {
      id: 'bench',
      kind: 'news',
      summary: 'bench',
      by: 'schedule',
      unit: null,
      urgent: false,
      gone: () => 0,
      letters: (function* () {
        for (let index = 0; index < people; index += 1) yield { to: crowd.id(index), messages: MESSAGES };
      })(),
    },
    { clock: () => new Date(), planner: 'bench', quota: { limit: null, used: 0 }, reserve: 0 },
  );
  const planned = performance.now();
  await deliver({
    store: agency,
    send: (sending) => client.send(sending),
    clock: () => new Date(),
    name: 'bench',
    random: Math.random,
    pause: async (ms) => {
      if (ms > 0) await setTimeout(ms);
    },
  });
  const sent = performance.now();
  await store.close();
  return { planMs: planned - began, sendMs: sent - planned };
}

async function bare(): Promise<{ planMs: number; sendMs: number }> {
  const began = performance.now();
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < people) {
      const first = next;
      next += 500;
      const to = Array.from({ length: Math.min(500, people - first) }, (_, index) => crowd.id(first + index));
      const body = JSON.stringify({ to, messages: MESSAGE });
      const outcome = await client.send({ endpoint: 'multicast', body, retryKey: retryKey('bare', first, 0) });
      if (outcome.kind === 'refused' && outcome.reason === 'rate-limit') {
        await setTimeout(50);
        await client.send({ endpoint: 'multicast', body, retryKey: retryKey('bare', first, 1) });
      }
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
  return { planMs: 0, sendMs: performance.now() - began };
}

const took = way === 'outbox' ? await fromOutbox() : await bare();
await client.close();
console.log(JSON.stringify({ ...took, peakMb: process.resourceUsage().maxRSS / 1024 }));
