import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../src/clock.ts';
import { newCode } from '../src/code.ts';
import { createQrCode } from '../src/feedback/qr-codes.ts';
import { openSqliteStore } from '../src/store/sqlite/open-sqlite-store.ts';
import { prepareStore } from './prepared-store.ts';
import { median, ratio, table } from './table.ts';
import { send } from './webhook/load.ts';
import { PRODUCT_FLAGS, startServer, type ServerProcess } from './webhook/server-process.ts';

const WARM_UP = 2_000;
const RATINGS = 4_000;
const ROUNDS = 3;
const CONNECTIONS = 16;
/** So many that no point's limit is met. */
const CODES = 40;

interface Run {
  readonly cpuMicros: number;
  readonly perSecond: number;
}

/** Ratings over HTTP: the product, and a bare express server that inserts a row; each acknowledged on the disk. */
export async function compareFeedbackWeb(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'prongsai-bench-'));
  const servers: ServerProcess[] = [];
  try {
    const database = join(folder, 'prongsai.db');
    await prepareStore(database);
    const codes = await makeCodes(database);
    const channel = {
      LINE_CHANNEL_SECRET: 's',
      LINE_CHANNEL_ACCESS_TOKEN: 't',
      LINE_API_BASE_URL: 'http://127.0.0.1:9',
    };
    const env = { ...channel, PORT: '0', STORE: `sqlite:${database}`, TRUSTED_PROXIES: '1' };
    const product = await startServer('src/main.ts', env, '/metrics', PRODUCT_FLAGS);
    servers.push(product);
    const bare = await startServer('bench/insert-server.ts', { DATABASE: join(folder, 'bare.db') }, '/usage');
    servers.push(bare);
    const runs = { product: [] as Run[], bare: [] as Run[] };
    for (const server of servers) await measure(server, codes, WARM_UP);
    const before = await operations(product);
    for (let round = 0; round < ROUNDS; round += 1) {
      runs.product.push(await measure(product, codes, RATINGS));
      runs.bare.push(await measure(bare, codes, RATINGS));
    }
    const after = await operations(product);
    const per = (kind: 'read' | 'write'): string => ((after[kind] - before[kind]) / (ROUNDS * RATINGS)).toFixed(2);
    print(runs);
    console.log(`Documents per rating: ${per('read')} read, ${per('write')} written (aim: at most 2 written)`);
  } finally {
    for (const server of servers) await server.stop();
    rmSync(folder, { recursive: true });
  }
}

async function makeCodes(database: string): Promise<string[]> {
  const store = openSqliteStore({ path: database });
  const tools = { clock: systemClock, newCode: () => newCode(randomBytes) };
  const codes: string[] = [];
  for (let no = 0; no < CODES; no += 1)
    codes.push(await createQrCode(store.agency('agency'), { point: `จุดที่ ${no}`, fiscalYear: 2570 }, tools));
  await store.close();
  return codes;
}

async function measure(server: ServerProcess, codes: readonly string[], count: number): Promise<Run> {
  const requests = ratings(codes, count);
  const before = await server.usage();
  const started = performance.now();
  await send(server.port, requests, CONNECTIONS, '303');
  const seconds = (performance.now() - started) / 1_000;
  const after = await server.usage();
  return { cpuMicros: ((after.cpuSeconds - before.cpuSeconds) * 1e6) / count, perSecond: count / seconds };
}

/** Ratings of as many people, each from an address of its own, with the headers a browser sends. */
function ratings(codes: readonly string[], count: number): Buffer[] {
  return Array.from({ length: count }, (_, no) => {
    const body = `giver=${randomBytes(16).toString('hex')}&leave_empty=&score=67`;
    const head = [
      `POST /q/${codes[no % codes.length]} HTTP/1.1`,
      'host: bench',
      'origin: http://bench',
      'sec-fetch-site: same-origin',
      `x-forwarded-for: 2001:db8:${randomBytes(2).toString('hex')}:${randomBytes(2).toString('hex')}::1`,
      'user-agent: Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15',
      'content-type: application/x-www-form-urlencoded',
      `content-length: ${body.length}`,
    ];
    return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
  });
}

async function operations({ port }: ServerProcess): Promise<{ read: number; write: number }> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const sum = (kind: string): number =>
    [...text.matchAll(new RegExp(`^prongsai_store_operations_total\\{kind="${kind}".*\\} (\\d+)$`, 'gm'))].reduce(
      (total, match) => total + Number(match[1]),
      0,
    );
  return { read: sum('read'), write: sum('write') };
}

function print(runs: Readonly<Record<'product' | 'bare', readonly Run[]>>): void {
  const of = (name: 'product' | 'bare', key: keyof Run): number => median(runs[name].map((run) => run[key]));
  const row = (label: string, key: keyof Run, aim: string): string[] => [
    label,
    of('product', key).toFixed(0),
    of('bare', key).toFixed(0),
    ratio(of('product', key), of('bare', key)),
    aim,
  ];
  console.log(`\nRatings on the web, ${RATINGS} by as many people at ${CODES} points, median of ${ROUNDS}`);
  table(
    ['', 'product', 'bare express + insert', 'product/bare', 'aim'],
    [row('CPU per rating (µs)', 'cpuMicros', '<= 2'), row('ratings per second', 'perSecond', '')],
  );
}
