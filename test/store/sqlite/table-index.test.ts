import { describe, expect, it } from 'vitest';
import { checkQuery } from '../../../src/store/checked-query.ts';
import type { Query } from '../../../src/store/port.ts';
import { Database } from '../../../src/store/sqlite/database.ts';
import { selectPage } from '../../../src/store/sqlite/sql-query.ts';
import { Table } from '../../../src/store/sqlite/table.ts';
import { notes } from '../../contract/notes.ts';

const queries: readonly (readonly [string, Query])[] = [
  ['everything', {}],
  ['one filter', { equal: { colour: 'red' } }],
  ['two filters', { equal: { colour: 'red', shown: true } }],
  ['an order', { orderBy: { field: 'rank', direction: 'asc' } }],
  ['a filter with a falling order', { equal: { colour: 'red' }, orderBy: { field: 'rank', direction: 'desc' } }],
  [
    'two filters with an order',
    { equal: { shown: true, colour: 'red' }, orderBy: { field: 'rank', direction: 'asc' } },
  ],
];

describe('a table in SQLite', () => {
  it.each(queries)('answers a query for %s from an index, without scanning or sorting', (_name, query) => {
    const database = new Database(':memory:', 0);
    const checked = checkQuery(notes, query);
    expect(new Table(database, notes).page('org', checked)).toEqual([]);
    const sql = selectPage('"doc_notes"', 'org', checked);
    const plan = database.prepare(`EXPLAIN QUERY PLAN ${sql.text}`).all(...sql.values);
    const steps = plan.map((step) => String(step['detail'])).join('\n');
    expect(steps).toMatch(/^SEARCH doc_notes USING INDEX/u);
    expect(steps).not.toMatch(/SCAN|TEMP B-TREE/u);
    database.close();
  });

  it('commits to the disk before it says so: write-ahead log, synchronous FULL', () => {
    const database = new Database(':memory:', 0);
    expect(database.prepare('PRAGMA synchronous').get()).toMatchObject({ synchronous: 2 });
    database.close();
  });
});
