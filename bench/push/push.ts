import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { median, ratio, table } from '../table.ts';

const ROUNDS = 7;
const PEOPLE = 100_000;
const MANY = 1_000_000;

interface Took {
  readonly planMs: number;
  readonly sendMs: number;
  readonly peakMb: number;
}

/** Pushes from the outbox against a bare loop of multicast calls, and memory against the size of the audience. */
export async function measurePushes(): Promise<void> {
  const outbox: Took[] = [];
  const bare: Took[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    bare.push(await sendTo(PEOPLE, 'bare'));
    outbox.push(await sendTo(PEOPLE, 'outbox'));
  }
  const few = outbox.map(({ peakMb }) => peakMb);
  const many = await sendTo(MANY, 'outbox');
  const ms = (all: readonly Took[]): number => median(all.map(({ sendMs }) => sendMs));
  const rows = [
    ['bare loop of multicasts', `${ms(bare).toFixed(0)} ms`, ''],
    ['outbox, sending', `${ms(outbox).toFixed(0)} ms`, `${ratio(ms(outbox), ms(bare))} times, aim <= 1.5`],
    ['outbox, planning', `${median(outbox.map(({ planMs }) => planMs)).toFixed(0)} ms`, ''],
    ['memory, 100,000 people', `${median(few).toFixed(0)} MB`, ''],
    ['memory, 1,000,000 people', `${many.peakMb.toFixed(0)} MB`, 'aim < 250'],
    ['sending to 1,000,000', `${(many.sendMs / 1_000).toFixed(1)} s`, 'LINE allows 200 multicasts a second'],
  ];
  table([`pushes to ${PEOPLE} people, ${ROUNDS} rounds`, 'took', ''], rows);
}

async function sendTo(people: number, way: 'outbox' | 'bare'): Promise<Took> {
  const folder = mkdtempSync(join(tmpdir(), 'prongsai-push-'));
  const line = start('line-server.ts', String(people));
  const said = lines(line);
  try {
    const url = await said.next();
    const sender = start('sender-child.ts', way, url, String(people), join(folder, 'outbox.db'));
    const took = JSON.parse(await lines(sender).next()) as Took;
    line.stdin?.end();
    const { once: reached, all } = JSON.parse(await said.next()) as { once: number; all: number };
    if (reached !== all) throw new Error(`${way}: ${reached} of ${all} people got it exactly once`);
    return took;
  } finally {
    line.stdin?.end();
    if (line.exitCode === null) await once(line, 'exit');
    rmSync(folder, { recursive: true });
  }
}

function start(file: string, ...args: readonly string[]): ChildProcess {
  const path = fileURLToPath(new URL(file, import.meta.url));
  return spawn(process.execPath, ['--max-semi-space-size=8', path, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
}

function lines(child: ChildProcess): { next: () => Promise<string> } {
  if (!child.stdout) throw new Error('the process has no output');
  const iterator = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    next: async () => {
      const { value, done } = await iterator.next();
      if (done === true) throw new Error('the process ended without a word');
      return value;
    },
  };
}
