import { fileURLToPath } from 'node:url';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.ts';
import { simulateMonth } from '../../test/push/simulate-month.ts';
import { table } from '../table.ts';

/** A December on the free plan: 40 staff, 3 managers, 500 citizens of whom 30 asked for news; two holidays. */
export async function printMonth(): Promise<void> {
  const store = openSqliteStore({ path: ':memory:' });
  const { lines } = await simulateMonth({
    store: store.agency('bench'),
    templates: fileURLToPath(new URL('../../flex-templates/', import.meta.url)),
    staff: 40,
    managers: 3,
    citizens: 500,
    askedForNews: 30,
    monthlyLimit: 300,
    reserve: 0.2,
    holidays: ['2026-12-07', '2026-12-10'],
    from: '2026-12-01',
    days: 31,
    announceOn: '2026-12-03',
  });
  await store.close();
  table(
    ['a month of 300 messages, 60 in reserve', 'what', 'outcome', 'people', 'used'],
    lines.map(({ at, what, outcome, people, used }) => [at, what, outcome, String(people), String(used)]),
  );
}
