import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Reception } from '../../src/chat/reception.ts';
import { ReplyQueue } from '../../src/chat/reply-queue.ts';
import { UserLanes } from '../../src/chat/user-lanes.ts';
import { systemClock } from '../../src/clock.ts';
import { createHttp, listen } from '../../src/http/server.ts';
import { DURABLE_WITHIN_MS } from '../../src/http/webhook.ts';
import { createLog } from '../../src/log.ts';
import { createMetrics } from '../../src/metrics.ts';
import { prepareStore } from '../prepared-store.ts';
import { table } from '../table.ts';
import { send, webhookRequests } from './load.ts';
import { PRODUCT_FLAGS, startServer } from './server-process.ts';

const REQUESTS = 400;
const GIVEN_UP = 20;

/** How long LINE waits for its answer while the LINE API hangs, and while the store does. */
export async function measurePatience(): Promise<void> {
  const hanging = await whileLineHangs();
  const slow = await whileTheStoreHangs();
  const row = (name: string, times: readonly number[], aim: string): string[] => [
    name,
    (times[Math.floor(times.length * 0.95)] ?? 0).toFixed(0),
    (times.at(-1) ?? 0).toFixed(0),
    aim,
  ];
  console.log('\nTime to the answer of a webhook (ms)');
  table(
    ['', 'p95', 'slowest', 'aim'],
    [
      row(`200 while the LINE API hangs (${REQUESTS} events)`, hanging, 'p95 < 300, never 1000'),
      row(`503 while the store hangs (${GIVEN_UP} events)`, slow, '< 1500'),
    ],
  );
}

/** Sends requests one after another and returns their times, shortest first. `refused`: the answer is no 200. */
async function timesOf(port: number, requests: readonly Buffer[], refused: boolean): Promise<number[]> {
  const times: number[] = [];
  for (const request of requests) {
    const started = performance.now();
    const answered = send(port, [request], 1);
    await (refused ? answered.catch(() => undefined) : answered);
    times.push(performance.now() - started);
  }
  return times.toSorted((a, b) => a - b);
}

async function whileLineHangs(): Promise<number[]> {
  const folder = mkdtempSync(join(tmpdir(), 'prongsai-bench-'));
  const silent = createServer(() => undefined);
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const secret = randomBytes(16).toString('hex');
  try {
    const database = join(folder, 'prongsai.db');
    await prepareStore(database);
    const env = {
      PORT: '0',
      STORE: `sqlite:${database}`,
      LINE_CHANNEL_SECRET: secret,
      LINE_CHANNEL_ACCESS_TOKEN: 'bench',
      LINE_API_BASE_URL: `http://127.0.0.1:${(silent.address() as AddressInfo).port}`,
      LOG_LEVEL: 'silent',
    };
    const server = await startServer('src/main.ts', env, '/metrics', PRODUCT_FLAGS);
    const times = await timesOf(server.port, webhookRequests(REQUESTS, 'คะแนนรวมเท่าไหร่', secret), false);
    await server.stop();
    return times;
  } finally {
    silent.closeAllConnections();
    silent.close();
    rmSync(folder, { recursive: true });
  }
}

async function whileTheStoreHangs(): Promise<number[]> {
  const log = createLog('silent');
  const lanes = new UserLanes(GIVEN_UP);
  const replies = new ReplyQueue({
    send: async () => ({ kind: 'accepted', requestId: undefined }),
    clock: systemClock,
    maxUsers: 1,
    onOutcome: () => undefined,
  });
  const handle = () => ({ kind: 'durable', run: () => new Promise<never>(() => undefined) }) as const;
  const app = createHttp({
    channelSecret: 'bench',
    reception: new Reception({ handle, lanes, replies }),
    clock: systemClock,
    metrics: createMetrics(),
    log,
    durableWithinMs: DURABLE_WITHIN_MS,
    checkReady: async () => undefined,
  });
  const server = await listen(app, 0, '127.0.0.1', log);
  const requests = webhookRequests(GIVEN_UP, 'คะแนนรวม', 'bench');
  const times = await Promise.all(requests.map((request) => timesOf(server.port, [request], true)));
  await server.close();
  return times.flat().toSorted((a, b) => a - b);
}
