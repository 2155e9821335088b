import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../../src/store/sqlite/open-sqlite-store.ts';
import { counters, notes } from '../../contract/notes.ts';
import { until } from '../../contract/under-test.ts';

const CHILD = join(import.meta.dirname, 'writer-child.ts');
const ROUNDS = 12;

let folder = '';
let path = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-processes-'));
  path = join(folder, 'store.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

function start(...args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [CHILD, path, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
}

const ended = (child: ChildProcess): Promise<unknown> => new Promise((done) => child.once('exit', done));

/** Lets a child write until it has acknowledged `enough` writes, kills it at once, and gives what it acknowledged. */
async function killWhileWriting(prefix: string, enough: number): Promise<readonly string[]> {
  const child = start('create', prefix);
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    if (output.split('\n').length > enough) child.kill('SIGKILL');
  });
  await ended(child);
  expect(child.signalCode).toBe('SIGKILL');
  return output.split('\n').slice(0, -1);
}

describe('the SQLite store among processes', () => {
  it(`loses no acknowledged write in ${ROUNDS} rounds of kill -9`, { timeout: 60_000 }, async () => {
    let acknowledged = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const ids = await killWhileWriting(`r${round}`, 1 + round * 7);
      expect(ids.length).toBeGreaterThan(round * 7);
      acknowledged += ids.length;
      const store = openSqliteStore({ path });
      const agency = store.agency('org');
      const found = await Promise.all(ids.map((id) => agency.get(notes, id)));
      expect(ids.filter((_, at) => found[at]?.text !== 'ก'.repeat(300))).toEqual([]);
      // What was not acknowledged may be there or not, but never half of it.
      for (let n = 0; n < ids.length + 3; n += 3) {
        const [one, twin] = await Promise.all([
          agency.get(notes, `r${round}-${n}`),
          agency.get(notes, `r${round}-${n}-twin`),
        ]);
        expect(one === undefined).toBe(twin === undefined);
      }
      const colour = `r${round}`;
      const kept = await agency.count(notes, { colour, 'marks.kept': true });
      expect(kept).toBe(await agency.count(notes, { colour }));
      expect(kept).toBeGreaterThanOrEqual(ids.length);
      await store.close();
    }
    expect(acknowledged).toBeGreaterThan(ROUNDS);
  });

  it('adds up increments of two processes and its own', { timeout: 60_000 }, async () => {
    const store = openSqliteStore({ path });
    const agency = store.agency('org');
    await agency.create(counters, 'c', { n: 0 });
    const children = [start('increment', '50'), start('increment', '50')];
    const exits = children.map(ended);
    const own = Array.from({ length: 50 }, () =>
      agency.transaction((tx) => tx.update(counters, 'c', ({ n }) => ({ n: n + 1 }))),
    );
    await Promise.all(own);
    expect(await Promise.all(exits)).toEqual([0, 0]);
    expect(await agency.get(counters, 'c')).toEqual({ n: 150 });
    await store.close();
  });

  it('watches what another process writes', { timeout: 60_000 }, async () => {
    const store = openSqliteStore({ path, watchEveryMs: 10 });
    const agency = store.agency('org');
    await agency.create(counters, 'c', { n: 0 });
    const states: (number | undefined)[] = [];
    const stop = agency.watch(
      counters,
      (docs) => states.push(docs[0]?.data.n),
      () => undefined,
    );
    await until(() => states.length === 1, 'the first state');
    await ended(start('increment', '3'));
    await until(() => states.at(-1) === 3, 'the last increment');
    stop();
    await store.close();
  });
});
