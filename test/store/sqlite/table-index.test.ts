import { describe, expect, it } from 'vitest';
import { checkCount, checkQuery } from '../../../src/store/checked-query.ts';
import type { Query } from '../../../src/store/port.ts';
import { Database } from '../../../src/store/sqlite/database.ts';
import { selectCount, selectPage } from '../../../src/store/sqlite/sql-query.ts';
import { Table } from '../../../src/store/sqlite/table.ts';
import { anything, notes } from '../../contract/notes.ts';

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

describe('an index over a mark that few have', () => {
  const marked = { ...anything, path: 'marked', indexes: [{ equal: ['year', 'words'] }] };

  it('answers counts without looking at documents, and holds only those that have it', () => {
    const database = new Database(':memory:', 0);
    const table = new Table(database, marked);
    for (let no = 0; no < 50; no += 1) table.put('org', `${no}`, { year: 1, ...(no < 3 ? { words: true } : {}) });
    const equal = checkCount(marked, { year: 1, words: true });
    const sql = selectCount('"doc_marked"', 'org', equal);
    const plan = database.prepare(`EXPLAIN QUERY PLAN ${sql.text}`).all(...sql.values);
    expect(String(plan[0]?.['detail'])).toMatch(/^SEARCH doc_marked USING COVERING INDEX/u);
    expect(table.count('org', equal)).toBe(3);
    database.exec('ANALYZE');
    const kept = database.prepare("SELECT stat FROM sqlite_stat1 WHERE idx LIKE '%words%'").get();
    expect(String(kept?.['stat'])).toMatch(/^3 /u);
    database.close();
  });

  it('is made later for a table that is already there', () => {
    const database = new Database(':memory:', 0);
    new Table(database, { ...marked, indexes: [] }).put('org', 'a', { year: 1, words: true });
    expect(new Table(database, marked).count('org', checkCount(marked, { year: 1, words: true }))).toBe(1);
    const indexes = database.prepare("SELECT name FROM sqlite_schema WHERE name LIKE 'marked %'").all();
    expect(indexes).toHaveLength(1);
    database.close();
  });
});
