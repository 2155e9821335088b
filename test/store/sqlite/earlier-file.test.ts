import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Database } from '../../../src/store/sqlite/database.ts';
import { openSqliteStore } from '../../../src/store/sqlite/open-sqlite-store.ts';
import { Table } from '../../../src/store/sqlite/table.ts';
import { temporaryFolder } from '../../server-process.ts';
import { answer, columnOf, counted, countIn } from './counted-answers.ts';

let folder: ReturnType<typeof temporaryFolder>;
let path: string;
let database: Database;

beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder.path, 'counts.db');
  database = new Database(path, 50);
});
afterEach(() => {
  database.close();
  folder.remove();
});

const indexes = (): unknown[] =>
  columnOf(database, "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql NOT NULL ORDER BY 1");

/** The file as the version before counts left it: an index for each group and flag. */
const EARLIER = `
  CREATE TABLE "doc_answers" (org TEXT NOT NULL, id TEXT NOT NULL, doc TEXT NOT NULL, PRIMARY KEY (org, id)) STRICT;
  CREATE INDEX "answers point score year  ASC" ON "doc_answers" (org, (doc -> '$."point"'), (doc -> '$."score"'), (doc -> '$."year"'), id ASC);
  CREATE INDEX "answers about.i6 score year  ASC" ON "doc_answers" (org, (doc -> '$."about"."i6"'), (doc -> '$."score"'), (doc -> '$."year"'), id ASC);
  CREATE INDEX "answers ref  ASC" ON "doc_answers" (org, (doc -> '$."ref"'), id ASC);
  CREATE INDEX "answers point score year at DESC" ON "doc_answers" (org, (doc -> '$."point"'), (doc -> '$."at"'), id DESC);
  CREATE INDEX "somebody's own" ON "doc_answers" (id)`;
const EARLIER_WRITE =
  'INSERT INTO "doc_answers" (org, id, doc) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET doc = excluded.doc';

function writeEarlier(into: Database, count: number): void {
  into.exec(EARLIER);
  const write = into.prepare(EARLIER_WRITE);
  into.atomically(() => {
    for (let no = 0; no < count; no += 1)
      write.run(no % 5 === 0 ? 'other' : 'org', `${no}`, JSON.stringify(answer(no % 2 ? 'ก' : null, 67, 'i6', 'i7')));
  });
}

describe('a file of the version before counts', () => {
  it('is counted when it is opened, and loses the indexes it no longer needs', () => {
    writeEarlier(database, 100);
    const table = new Table(database, counted);
    expect(countIn(table, { year: 2570, point: 'ก', score: 67 })).toBe(40);
    expect(countIn(table, { year: 2570, point: null, score: 67 })).toBe(40);
    expect(countIn(table, { year: 2570, 'about.i7': true, score: 67 }, 'other')).toBe(20);
    expect(indexes()).toEqual([
      'answers point score year at DESC',
      'answers ref  ASC',
      'answers year at DESC',
      "somebody's own",
    ]);
    table.remove('org', '1');
    const again = new Table(database, counted);
    expect(countIn(again, { year: 2570, point: 'ก', score: 67 })).toBe(39);
  });

  it('is brought up to date when the store is opened, before anybody asks, and a new file is left for later', async () => {
    writeEarlier(database, 10);
    const later = { ...counted, path: 'later' };
    await openSqliteStore({ path, collections: [counted, later] }).close();
    expect(columnOf(database, "SELECT n FROM counts WHERE org = 'org' ORDER BY vals")).toEqual([8, 8, 4, 4]);
    expect(indexes()).not.toContain('answers point score year  ASC');
    expect(columnOf(database, "SELECT name FROM sqlite_schema WHERE name = 'doc_later'")).toEqual([]);
  });

  it('is said to be locked if the store cannot bring it up to date, and is left as it was', async () => {
    writeEarlier(database, 10);
    database.exec('BEGIN IMMEDIATE');
    expect(() => openSqliteStore({ path, busyTimeoutMs: 20, collections: [counted] })).toThrow(/locked; nothing was/);
    database.exec('ROLLBACK');
    expect(indexes()).toHaveLength(5);
  });

  it('is counted right while a program of that version goes on writing to it', () => {
    writeEarlier(database, 10);
    const earlier = new Database(path, 50);
    const write = earlier.prepare(EARLIER_WRITE);
    write.run('org', 'before', JSON.stringify(answer('ก', 0, 'i6')));
    const table = new Table(database, counted);
    write.run('org', 'after', JSON.stringify(answer('ก', 0, 'i6')));
    write.run('org', 'before', JSON.stringify(answer('ข', 0)));
    expect(countIn(table, { year: 2570, point: 'ก', score: 0 })).toBe(1);
    expect(countIn(table, { year: 2570, point: 'ข', score: 0 })).toBe(1);
    expect(countIn(table, { year: 2570, 'about.i6': true, score: 0 })).toBe(1);
    earlier.prepare('DELETE FROM "doc_answers" WHERE org = ? AND id = ?').run('org', 'after');
    expect(countIn(table, { year: 2570, point: 'ก', score: 0 })).toBe(0);
    // That program, started again, makes its indexes again; ours, opened again, takes them away again.
    earlier.exec(EARLIER.split(';')[1] ?? '');
    earlier.close();
    expect(countIn(new Table(database, counted), { year: 2570, point: 'ข', score: 0 })).toBe(1);
    expect(indexes()).not.toContain('answers point score year  ASC');
  });

  it('is left as it was if it cannot be changed now, and changed at the next try', () => {
    writeEarlier(database, 10);
    const other = new Database(path, 50);
    other.exec('BEGIN IMMEDIATE');
    expect(() => new Table(database, counted)).toThrow(/locked/);
    other.exec('ROLLBACK');
    other.close();
    expect(columnOf(database, "SELECT name FROM sqlite_schema WHERE type = 'trigger' OR name = 'counts'")).toEqual([]);
    expect(indexes()).toHaveLength(5);
    expect(countIn(new Table(database, counted), { year: 2570, point: 'ก', score: 67 })).toBe(4);
  });

  it('is counted once when another program does it first, between our look and our turn', () => {
    writeEarlier(database, 10);
    const other = new Database(path, 50);
    class Overtaken extends Database {
      override atomically<R>(work: () => R): R {
        expect(countIn(new Table(other, counted), { year: 2570, point: 'ก', score: 67 })).toBe(4);
        return super.atomically(work);
      }
    }
    const ours = new Overtaken(path, 50);
    expect(countIn(new Table(ours, counted), { year: 2570, point: 'ก', score: 67 })).toBe(4);
    ours.close();
    other.close();
  });
});
