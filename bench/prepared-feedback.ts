import { DatabaseSync } from 'node:sqlite';
import { feedback } from '../src/store/collections.ts';
import { Database } from '../src/store/sqlite/database.ts';
import { prepareTable } from '../src/store/sqlite/prepare-table.ts';

/**
 * A SQLite file at `path` with `count` answers of fiscal year 2570 for agency `agency`: 40 points, 52 weeks, one in ten
 * with a reason, one in twenty with a comment. Written past the adapter and without waiting for the disk, since preparing
 * is not what is measured. It has no indexes and counts yet: the adapter makes them when it opens the file, as it does
 * with one of an earlier version.
 */
export function prepareFeedback(path: string, count: number): void {
  const database = new Database(path, 0);
  prepareTable(database, { ...feedback, indexes: [], counted: [] });
  database.close();
  const db = new DatabaseSync(path);
  db.exec('PRAGMA synchronous = OFF');
  db.exec(`
    WITH RECURSIVE numbers(no) AS (SELECT 0 UNION ALL SELECT no + 1 FROM numbers WHERE no + 1 < ${count})
    INSERT INTO doc_feedback (org, id, doc) SELECT 'agency', printf('%020d', no), ${DOCUMENT} FROM numbers`);
  db.close();
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
