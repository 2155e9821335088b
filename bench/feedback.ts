import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addComment, addReasons, askForReply, giveFeedback } from '../src/feedback/give-feedback.ts';
import { createQrCode, countScan, findQrCode } from '../src/feedback/qr-codes.ts';
import { tally, type TallyFilter } from '../src/feedback/tally.ts';
import { feedback } from '../src/store/collections.ts';
import type { Operation } from '../src/store/operation.ts';
import type { AgencyStore } from '../src/store/port.ts';
import { openSqliteStore } from '../src/store/sqlite/open-sqlite-store.ts';
import { prepareFeedback } from './prepared-feedback.ts';
import { median, table } from './table.ts';

const ANSWERS = 1_000_000;
const ROUNDS = 5;

const TALLIES: readonly (readonly [string, Omit<TallyFilter, 'fiscalYear'>])[] = [
  ['the whole round', {}],
  ['one indicator', { indicator: 6 }],
  ['one topic', { topic: 'i6a' }],
  ['one channel', { channel: 'web' }],
  ['one point', { point: 'จุดบริการที่ 3' }],
  ['one week', { week: '2026-W10' }],
];

/** Tallies over a million answers (time on SQLite, reads as Firestore bills them), and what one answer costs. */
export async function measureFeedback(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'prongsai-bench-feedback-'));
  const operations: Operation[] = [];
  const onOperation = (operation: Operation): void => void operations.push(operation);
  try {
    const path = join(folder, 'feedback.db');
    prepareFeedback(path, ANSWERS);
    const big = openSqliteStore({ path, onOperation });
    const started = performance.now();
    await big.agency('agency').count(feedback);
    const seconds = ((performance.now() - started) / 1_000).toFixed(1);
    console.log(
      `\nTallies over ${ANSWERS.toLocaleString('en')} answers (SQLite); to count and index them once: ${seconds} s`,
    );
    const rows = [];
    for (const [name, filter] of TALLIES) rows.push(await measureTally(big.agency('agency'), name, filter, operations));
    table(['', 'answers', 'ms', 'aim', 'reads'], rows);
    await big.close();

    const small = openSqliteStore({ path: ':memory:', onOperation });
    await measureAnswer(small.agency('agency'), operations);
    await small.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measureTally(
  store: AgencyStore,
  name: string,
  filter: Omit<TallyFilter, 'fiscalYear'>,
  operations: Operation[],
): Promise<string[]> {
  const times: number[] = [];
  let n = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    operations.length = 0;
    const started = performance.now();
    ({ n } = await tally(store, { fiscalYear: 2570, ...filter }));
    times.push(performance.now() - started);
  }
  return [name, n.toLocaleString('en'), median(times).toFixed(1), '< 1000', String(sum(operations, 'read'))];
}

async function measureAnswer(store: AgencyStore, operations: Operation[]): Promise<void> {
  const code = '4K7P9QZRX2M';
  const clock = (): Date => new Date('2026-11-22T03:00:00Z');
  await createQrCode(store, { point: 'งานทะเบียน', fiscalYear: 2570 }, { clock, newCode: () => code });
  const given = {
    fiscalYear: 2570,
    code,
    point: 'งานทะเบียน',
    channel: 'line',
    audience: 'citizen',
    score: 67,
    indicators: [6, 7, 8],
    givenAtMs: clock().getTime(),
  } as const;
  const steps: readonly (readonly [string, string, () => Promise<unknown>])[] = [
    ['a scan', '', () => countScan(store, code)],
    ['looking the code up', '', () => findQrCode(store, code)],
    ['a rating', '<= 2 writes', () => store.transaction(giveFeedback('A', given))],
    ['the same rating again', '0 writes', () => store.transaction(giveFeedback('A', given))],
    ['reasons', '', () => store.transaction(addReasons('A', ['i6a'], clock().getTime()))],
    ['a comment', '', () => store.transaction(addComment('A', 'รอนาน'))],
    ['asking for a reply', '', () => store.transaction(askForReply('A', `U${'4'.repeat(32)}`, clock()))],
  ];
  console.log('\nOne answer (documents, as Firestore bills them)');
  const rows = [];
  for (const [name, aim, run] of steps) {
    operations.length = 0;
    await run();
    rows.push([name, String(sum(operations, 'read')), String(sum(operations, 'write')), aim]);
  }
  table(['', 'reads', 'writes', 'aim'], rows);
}

function sum(operations: readonly Operation[], kind: Operation['kind']): number {
  return operations.filter((one) => one.kind === kind).reduce((total, { count }) => total + count, 0);
}
