import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../../src/store/sqlite/open-sqlite-store.ts';
import type { AgencyStore } from '../../../src/store/port.ts';
import { counters } from '../../contract/notes.ts';
import { fakeAfter } from '../../fake-after.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-watch-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const watch = (agency: AgencyStore, states: number[]): (() => void) =>
  agency.watch(
    counters,
    (docs) => states.push(docs.length),
    () => undefined,
  );

describe('watching a SQLite file', () => {
  it('looks for commits of others every second, for its own at once, and not at all when nobody watches', async () => {
    const timers = fakeAfter();
    const path = join(folder, 'store.db');
    const store = openSqliteStore({ path, watchEveryMs: 1_000, after: timers.after });
    const other = openSqliteStore({ path });
    const agency = store.agency('org');
    expect(timers.waiting()).toEqual([]);

    const states: number[] = [];
    const stop = watch(agency, states);
    await Promise.resolve();
    expect(states).toEqual([0]);
    expect(timers.waiting()).toEqual([1_000]);

    await agency.create(counters, 'own', { n: 1 });
    await Promise.resolve();
    expect(states).toEqual([0, 1]);

    await other.agency('org').create(counters, 'other', { n: 1 });
    timers.advance(999);
    await Promise.resolve();
    expect(states).toEqual([0, 1]);
    timers.advance(1);
    await Promise.resolve();
    expect(states).toEqual([0, 1, 2]);

    timers.advance(10_000);
    await Promise.resolve();
    expect(states).toEqual([0, 1, 2]);

    const stopSecond = watch(agency, []);
    stop();
    expect(timers.waiting()).toHaveLength(1);
    stopSecond();
    expect(timers.waiting()).toEqual([]);
    await Promise.all([store.close(), other.close()]);
  });

  it('ends when the store is closed', async () => {
    const timers = fakeAfter();
    const store = openSqliteStore({ path: ':memory:', after: timers.after });
    const states: number[] = [];
    watch(store.agency('org'), states);
    await store.close();
    expect(timers.waiting()).toEqual([]);
    expect(states).toEqual([]);
  });
});
