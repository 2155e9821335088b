import { DatabaseSync } from 'node:sqlite';
import { feedback } from '../src/store/collections.ts';
import { Database } from '../src/store/sqlite/database.ts';
import { Table } from '../src/store/sqlite/table.ts';

/** Groups that are counted in the bench. Indexes of all others are left empty: building 60 of them takes minutes. */
const MEASURED = ['channel', 'about.i6', 'point', 'week', 'why.i6a'];

/**
 * A SQLite file at `path` with `count` answers of fiscal year 2570 for agency `agency`: 40 points, 52 weeks, one in ten
 * with a reason, one in twenty with a comment. Written past the adapter and without waiting for the disk, since preparing
 * is not what is measured; layout and indexes are the adapter's own.
 */
export function prepareFeedback(path: string, count: number): void {
  make(path, []);
  const db = new DatabaseSync(path);
  db.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000; PRAGMA temp_store = MEMORY;');
  db.exec(`
    WITH RECURSIVE numbers(no) AS (SELECT 0 UNION ALL SELECT no + 1 FROM numbers WHERE no + 1 < ${count})
    INSERT INTO doc_feedback (org, id, doc) SELECT 'agency', printf('%020d', no), ${DOCUMENT} FROM numbers`);
  db.close();
  make(
    path,
    feedback.indexes.filter(({ equal }) => equal.includes('score') && equal.some((field) => MEASURED.includes(field))),
  );
  const names = new DatabaseSync(path);
  const full = new Database(':memory:', 0);
  new Table(full, feedback).count('agency', []);
  for (const { name } of full.prepare("SELECT name FROM sqlite_schema WHERE type = 'index' AND sql NOT NULL").all()) {
    names.exec(`CREATE INDEX IF NOT EXISTS "${String(name)}" ON doc_feedback (org) WHERE org IS NULL`);
  }
  full.close();
  names.close();
}

function make(path: string, indexes: typeof feedback.indexes): void {
  const database = new Database(path, 0);
  new Table(database, { ...feedback, indexes }).count('agency', []);
  database.close();
}

/** One answer as SQL, from its number `no`. */
const DOCUMENT = `
  '{"fiscalYear":2570,"code":"4K7P9QZRX2M","point":"จุดบริการที่ ' || (no % 40) ||
  '","channel":"' || iif(no % 3 = 0, 'line', 'web') ||
  '","audience":"citizen","score":' || CASE (no * 13) % 4 WHEN 0 THEN 0 WHEN 1 THEN 33 WHEN 2 THEN 67 ELSE 100 END ||
  ',"about":{"i6":true,"i7":true,"i8":true},"why":' || iif(no % 10 = 0, '{"i6a":true}', '{}') ||
  ',"comment":' || iif(no % 20 = 0, '"รอนานมาก อยากให้เพิ่มเจ้าหน้าที่ช่วงเช้า"', 'null') ||
  ',"givenAtMs":' || (1790000000000 + no) || ',"day":"2026-11-22","week":"2026-W' || printf('%02d', no * 7 % 52 + 1) ||
  '","state":"open","reply":null,"hiddenBecause":null,"wantsReply":false' ||
  iif(no % 20 = 0, ',"words":true,"waits":true}', '}')`;
