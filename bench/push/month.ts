import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.ts';
import { DECEMBER, simulateMonth } from '../../test/push/simulate-month.ts';
import { table } from '../table.ts';

/** A December on the free plan: 40 staff, 3 managers, 500 citizens of whom 30 asked for news; two holidays. */
export async function printMonth(): Promise<void> {
  const store = openSqliteStore({ path: ':memory:' });
  const { lines } = await simulateMonth({ ...DECEMBER, store: store.agency('bench'), askedForNews: 30 });
  await store.close();
  table(
    ['a month of 300 messages, 60 in reserve', 'what', 'outcome', 'people', 'used'],
    lines.map(({ at, what, outcome, people, used }) => [at, what, outcome, String(people), String(used)]),
  );
}
