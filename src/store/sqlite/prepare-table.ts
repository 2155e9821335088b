import { countedGroup } from '../counted-group.ts';
import type { Collection, Index } from '../port.ts';
import { isKept, keepCount } from './counts.ts';
import type { Database } from './database.ts';
import { jsonOf, rankOf, valueOf } from './sql-field.ts';

/**
 * Makes the collection's table with its indexes and counts; a file of an earlier version gets what it lacks, filled, and
 * loses the indexes that counts replace. Others may have the file open, also with the earlier version: they see the file
 * as it was until everything is done, and go on.
 */
export function prepareTable(database: Database, collection: Collection<unknown>): void {
  if (isReady(database, collection)) return;
  const { path, indexes, counted = [] } = collection;
  // Together, because every commit waits for the disk, and because nobody may see half of it.
  database.atomically(() => {
    const columns = 'org TEXT NOT NULL, id TEXT NOT NULL, doc TEXT NOT NULL, PRIMARY KEY (org, id)';
    database.exec(`CREATE TABLE IF NOT EXISTS "doc_${path}" (${columns}) STRICT`);
    for (const index of indexes) database.exec(createIndex(path, index));
    for (const fields of counted) keepCount(database, path, fields);
    for (const name of outdated(collection, indexesOf(database, path))) database.exec(`DROP INDEX "${name}"`);
  });
}

/** Whether the file has documents of the collection, or had some. */
export function hasTable(database: Database, path: string): boolean {
  const sql = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?";
  return database.prepare(sql).get(`doc_${path}`) !== undefined;
}

function isReady(database: Database, collection: Collection<unknown>): boolean {
  const { path, indexes, counted = [] } = collection;
  if (!hasTable(database, path)) return false;
  const there = indexesOf(database, path);
  return (
    indexes.every((index) => there.has(indexName(path, index))) &&
    counted.every((fields) => isKept(database, path, fields)) &&
    outdated(collection, there).length === 0
  );
}

function indexesOf(database: Database, path: string): ReadonlySet<string> {
  const sql = "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = ?";
  const rows = database.prepare(sql).all(`doc_${path}`);
  return new Set(rows.map((row) => String(row['name'])));
}

/** Indexes of an earlier version over groups that are counted now: every write would still pay for them. */
function outdated(collection: Collection<unknown>, there: ReadonlySet<string>): readonly string[] {
  const declared = new Set(collection.indexes.map((index) => indexName(collection.path, index)));
  return [...there].filter((name) => {
    const [path, ...rest] = name.split(' ');
    if (path !== collection.path || rest.at(-2) !== '' || declared.has(name)) return false;
    const equal = rest.slice(0, -2).map((field) => [field, true] as const);
    return countedGroup(collection, equal) !== undefined;
  });
}

function indexName(path: string, { equal, orderBy }: Index): string {
  return [path, ...[...equal].sort(), orderBy?.field ?? '', directionOf(orderBy)].join(' ');
}

function directionOf(order: Index['orderBy']): 'ASC' | 'DESC' {
  return order?.direction === 'desc' ? 'DESC' : 'ASC';
}

function createIndex(path: string, index: Index): string {
  const equal = [...index.equal].sort();
  const direction = directionOf(index.orderBy);
  const order = index.orderBy === undefined ? [] : [rankOf(index.orderBy.field), valueOf(index.orderBy.field)];
  const columns = [
    ...equal.map((field) => jsonOf(field)),
    ...[...order, 'id'].map((column) => `${column} ${direction}`),
  ];
  // A document without one of the fields can never match, so it is left out: a mark that few have costs little.
  const present = equal.map((field) => `${jsonOf(field)} IS NOT NULL`).join(' AND ');
  const only = present === '' ? '' : ` WHERE ${present}`;
  return `CREATE INDEX IF NOT EXISTS "${indexName(path, index)}" ON "doc_${path}" (org, ${columns.join(', ')})${only}`;
}
