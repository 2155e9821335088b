import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkCount } from '../../../src/store/checked-query.ts';
import type { Scalar } from '../../../src/store/port.ts';
import { Database } from '../../../src/store/sqlite/database.ts';
import { Table } from '../../../src/store/sqlite/table.ts';
import { answer, columnOf, counted, countIn } from './counted-answers.ts';

let database: Database;

beforeEach(() => {
  database = new Database(':memory:', 0);
});
afterEach(() => database.close());

/** The first value mostly, so that documents fall into the same groups. */
function often(usual: Scalar, ...others: readonly Scalar[]): fc.Arbitrary<Scalar> {
  return fc.oneof({ arbitrary: fc.constant(usual), weight: 4 }, fc.constantFrom(...others));
}

describe('counts in SQLite', () => {
  it('are the same as counting the documents, whatever was done to them', () => {
    const table = new Table(database, counted);
    const document = fc.record(
      {
        year: often(2570, 2569),
        point: often('ก', '', null, 1, '1', true),
        score: often(33, 0, '33'),
        about: fc.oneof(
          fc.dictionary(fc.constantFrom('i6', 'i7', 'about'), often(true, false, 1, 'true', null)),
          fc.constantFrom(true, 'i6', null, ['i6', true]),
        ),
      },
      { requiredKeys: ['score'] },
    );
    const step = fc.record({
      org: fc.constantFrom('a', 'b'),
      id: fc.constantFrom('1', '2', '3'),
      document: fc.option(document),
    });
    const groups = [
      ...[2569, 2570].flatMap((year) => ['ก', '', null, 1, '1', true].map((point) => ({ year, point, score: 33 }))),
      ...['i6', 'i7', 'about'].map((flag) => ({ year: 2570, [`about.${flag}`]: true, score: 33 })),
    ];
    const byScan = new Table(database, { ...counted, counted: [] });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        for (const { org, id, document: next } of steps) {
          if (next === null) table.remove(org, id);
          else table.put(org, id, next);
        }
        for (const org of ['a', 'b']) {
          for (const group of groups) {
            const equal = checkCount(counted, group);
            expect([org, group, table.count(org, equal)]).toEqual([org, group, byScan.count(org, equal)]);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('keep nothing of values that no document has any more', () => {
    const table = new Table(database, counted);
    table.put('org', 'a', answer('ลับ', 0, 'i6'));
    expect(columnOf(database, 'SELECT vals FROM counts ORDER BY 1')).toEqual(['[2570,"i6",0]', '[2570,"ลับ",0]']);
    table.put('org', 'a', answer('ก', 0));
    expect(columnOf(database, 'SELECT vals FROM counts')).toEqual(['[2570,"ก",0]']);
    table.remove('org', 'a');
    expect(columnOf(database, 'SELECT vals FROM counts')).toEqual([]);
  });

  it('write nothing when a document changes but stays in its groups', () => {
    const table = new Table(database, counted);
    table.put('org', 'a', answer('ก', 67, 'i6', 'i7'));
    const changes = (): unknown => columnOf(database, 'SELECT total_changes()')[0];
    const before = Number(changes());
    table.put('org', 'a', { ...answer('ก', 67, 'i6', 'i7'), comment: 'ช้า' });
    expect(changes()).toBe(before + 1);
  });

  it('are not touched by a write that fails', () => {
    const table = new Table(database, counted);
    table.insert('org', 'a', answer('ก', 67, 'i6'));
    expect(() => table.insert('org', 'a', answer('ก', 67, 'i6'))).toThrow(/UNIQUE/);
    const failing = (): void => {
      table.put('org', 'b', answer('ก', 67, 'i6'));
      throw new Error('on purpose');
    };
    expect(() => database.atomically(() => database.withSavepoint(failing))).toThrow('on purpose');
    expect(countIn(table, { year: 2570, point: 'ก', score: 67 })).toBe(1);
  });
});
