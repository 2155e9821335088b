import type { CheckedQuery, Equal } from '../checked-query.ts';
import type { PlainMap } from '../plain-value.ts';
import type { Collection, Index } from '../port.ts';
import { StoreError } from '../store-error.ts';
import type { Database } from './database.ts';
import { jsonOf, rankOf, valueOf } from './sql-field.ts';
import { selectAverage, selectCount, selectPage, type Sql } from './sql-query.ts';

export interface Row {
  readonly id: string;
  /** The document as JSON text. */
  readonly doc: string;
}

/** One collection as a table `(org, id, doc)`. Made with its indexes when it is first used. All calls are synchronous. */
export class Table {
  readonly #database: Database;
  readonly #name: string;

  constructor(database: Database, collection: Collection<unknown>) {
    if (!/^[A-Za-z][\w-]*$/u.test(collection.path)) {
      throw new StoreError('invalid', `"${collection.path}" is not a collection name: letters, digits, "_" and "-"`);
    }
    this.#database = database;
    this.#name = `"doc_${collection.path}"`;
    const rows = database.prepare('SELECT name FROM sqlite_schema WHERE tbl_name = ?').all(`doc_${collection.path}`);
    const there = new Set(rows.map((row) => row['name']));
    const missing = collection.indexes.filter((index) => !there.has(indexName(collection.path, index)));
    if (there.has(`doc_${collection.path}`) && missing.length === 0) return;
    // Together, because every commit waits for the disk.
    database.atomically(() => {
      database.exec(
        `CREATE TABLE IF NOT EXISTS ${this.#name} (org TEXT NOT NULL, id TEXT NOT NULL, doc TEXT NOT NULL, PRIMARY KEY (org, id)) STRICT`,
      );
      for (const index of missing) database.exec(createIndex(collection.path, this.#name, index));
    });
  }

  read(orgId: string, id: string): string | undefined {
    const row = this.#database.prepare(`SELECT doc FROM ${this.#name} WHERE org = ? AND id = ?`).get(orgId, id);
    return row === undefined ? undefined : String(row['doc']);
  }

  /** Throws SQLite's constraint error if the id is taken. */
  insert(orgId: string, id: string, data: PlainMap): void {
    this.#database
      .prepare(`INSERT INTO ${this.#name} (org, id, doc) VALUES (?, ?, ?)`)
      .run(orgId, id, JSON.stringify(data));
  }

  put(orgId: string, id: string, data: PlainMap): void {
    const sql = `INSERT INTO ${this.#name} (org, id, doc) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET doc = excluded.doc`;
    this.#database.prepare(sql).run(orgId, id, JSON.stringify(data));
  }

  remove(orgId: string, id: string): void {
    this.#database.prepare(`DELETE FROM ${this.#name} WHERE org = ? AND id = ?`).run(orgId, id);
  }

  page(orgId: string, query: CheckedQuery): readonly Row[] {
    return this.#rows(selectPage(this.#name, orgId, query)).map((row) => ({
      id: String(row['id']),
      doc: String(row['doc']),
    }));
  }

  count(orgId: string, equal: Equal): number {
    return Number(this.#rows(selectCount(this.#name, orgId, equal))[0]?.['matched']);
  }

  average(orgId: string, field: string, equal: Equal): { matched: number; mean: number | undefined } {
    const row = this.#rows(selectAverage(this.#name, orgId, field, equal))[0];
    const mean = row?.['mean'];
    return { matched: Number(row?.['matched']), mean: typeof mean === 'number' ? mean : undefined };
  }

  #rows(sql: Sql): readonly Record<string, unknown>[] {
    return this.#database.prepare(sql.text).all(...sql.values);
  }
}

function indexName(path: string, { equal, orderBy }: Index): string {
  return [path, ...[...equal].sort(), orderBy?.field ?? '', directionOf(orderBy)].join(' ');
}

function directionOf(order: Index['orderBy']): 'ASC' | 'DESC' {
  return order?.direction === 'desc' ? 'DESC' : 'ASC';
}

function createIndex(path: string, table: string, index: Index): string {
  const equal = [...index.equal].sort();
  const direction = directionOf(index.orderBy);
  const order = index.orderBy === undefined ? [] : [rankOf(index.orderBy.field), valueOf(index.orderBy.field)];
  const columns = [...equal.map(jsonOf), ...[...order, 'id'].map((column) => `${column} ${direction}`)];
  // A document without one of the fields can never match, so it is left out: a flag that few have costs little.
  const present = equal.map((field) => `${jsonOf(field)} IS NOT NULL`).join(' AND ');
  const only = present === '' ? '' : ` WHERE ${present}`;
  return `CREATE INDEX IF NOT EXISTS "${indexName(path, index)}" ON ${table} (org, ${columns.join(', ')})${only}`;
}
