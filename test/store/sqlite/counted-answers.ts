import { checkCount } from '../../../src/store/checked-query.ts';
import type { PlainMap } from '../../../src/store/plain-value.ts';
import type { Collection, Scalar } from '../../../src/store/port.ts';
import type { Database } from '../../../src/store/sqlite/database.ts';
import type { Table } from '../../../src/store/sqlite/table.ts';
import { anything } from '../../contract/notes.ts';

/** A collection that is counted by a field of its own and by flags. */
export const counted: Collection<unknown> = {
  ...anything,
  path: 'answers',
  indexes: [{ equal: ['year'], orderBy: { field: 'at', direction: 'desc' } }, { equal: ['ref'] }],
  counted: [
    ['year', 'point', 'score'],
    ['year', 'about.*', 'score'],
  ],
};

export const answer = (point: string | null, score: number, ...about: readonly string[]): PlainMap => ({
  year: 2570,
  point,
  score,
  about: Object.fromEntries(about.map((flag) => [flag, true])),
});

export function countIn(table: Table, equal: Record<string, Scalar>, org = 'org'): number {
  return table.count(org, checkCount(counted, equal));
}

/** The first column of what `sql` selects. */
export function columnOf(database: Database, sql: string): unknown[] {
  const rows = database.prepare(sql).all();
  return rows.map((row) => Object.values(row)[0]);
}
