import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, ratio, table } from '../table.ts';
import { prepareStore } from '../prepared-store.ts';
import { startLineApi, type LineApi } from './line-api.ts';
import { send, webhookRequests } from './load.ts';
import { PRODUCT_FLAGS, startServer, type ServerProcess } from './server-process.ts';

const QUESTION = 'คะแนนรวมเท่าไหร่';
const WARM_UP = 4_000;
const EVENTS = 12_000;
const ROUNDS = 3;
const CONNECTIONS = 32;

interface Run {
  readonly cpuMicros: number;
  readonly eventsPerSecond: number;
  readonly residentMb: number;
}

/**
 * The product, the usual bot (express + SDK) and a floor (node:http + undici) answer the same question with the same Flex
 * message, in turns within one run. The LINE API and the load are in this process, the servers in their own.
 */
export async function compareWebhooks(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'prongsai-bench-'));
  const api = await startLineApi();
  const secret = randomBytes(16).toString('hex');
  const token = randomBytes(32).toString('base64url');
  const servers: ServerProcess[] = [];
  try {
    const database = join(folder, 'prongsai.db');
    await prepareStore(database);
    const channel = { LINE_CHANNEL_SECRET: secret, LINE_CHANNEL_ACCESS_TOKEN: token, LINE_API_BASE_URL: api.url };
    const product = await startServer(
      'src/main.ts',
      { ...channel, PORT: '0', STORE: `sqlite:${database}` },
      '/metrics',
      PRODUCT_FLAGS,
    );
    servers.push(product);
    const messages = await oneReply(product, api, secret);
    const file = join(folder, 'messages.json');
    writeFileSync(file, JSON.stringify(messages));
    const env = { SECRET: secret, TOKEN: token, API: api.url, MESSAGES: file };
    const sdk = await startServer('bench/webhook/sdk-server.ts', env, '/usage');
    const floor = await startServer('bench/webhook/floor-server.ts', env, '/usage');
    servers.push(sdk, floor);

    const contestants = { product, sdk, floor };
    const runs: Record<keyof typeof contestants, Run[]> = { product: [], sdk: [], floor: [] };
    for (const [name, server] of entries(contestants)) {
      await measure(server, api, secret, WARM_UP);
      runs[name] = [];
    }
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [name, server] of entries(contestants)) runs[name].push(await measure(server, api, secret, EVENTS));
    }
    print(runs, JSON.stringify(messages).length);
  } finally {
    for (const server of servers) await server.stop();
    await api.close();
    rmSync(folder, { recursive: true });
  }
}

/** The messages the product answers the question with. */
async function oneReply(server: ServerProcess, api: LineApi, secret: string): Promise<unknown> {
  api.taken();
  await send(server.port, webhookRequests(1, QUESTION, secret), 1);
  await api.until(1);
  return (JSON.parse(api.last()) as { messages: unknown }).messages;
}

async function measure(server: ServerProcess, api: LineApi, secret: string, count: number): Promise<Run> {
  const requests = webhookRequests(count, QUESTION, secret);
  api.taken();
  const before = await server.usage();
  const started = performance.now();
  await send(server.port, requests, CONNECTIONS);
  await api.until(count);
  const seconds = (performance.now() - started) / 1_000;
  const after = await server.usage();
  return {
    cpuMicros: ((after.cpuSeconds - before.cpuSeconds) * 1e6) / count,
    eventsPerSecond: count / seconds,
    residentMb: after.residentBytes / 1e6,
  };
}

function print(runs: Record<'product' | 'sdk' | 'floor', Run[]>, bytes: number): void {
  const of = (name: 'product' | 'sdk' | 'floor', key: keyof Run): number => median(runs[name].map((run) => run[key]));
  const row = (label: string, key: keyof Run, aim: string): string[] => [
    label,
    of('product', key).toFixed(0),
    of('sdk', key).toFixed(0),
    of('floor', key).toFixed(0),
    ratio(of('product', key), of('sdk', key)),
    aim,
    ratio(of('product', key), of('floor', key)),
  ];
  console.log(
    `\nAnswering "${QUESTION}" with a Flex message of ${bytes} characters, ${EVENTS} events, median of ${ROUNDS}`,
  );
  table(
    ['', 'product', 'express+SDK', 'floor', 'product/SDK', 'aim', 'product/floor'],
    [
      row('CPU per event (µs)', 'cpuMicros', '<= 0.5'),
      row('events per second', 'eventsPerSecond', '>= 2'),
      row('resident memory (MB)', 'residentMb', '<= 1.0'),
    ],
  );
}

function entries<K extends string, V>(record: Record<K, V>): [K, V][] {
  return Object.entries(record) as [K, V][];
}
