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
    database.exec(
      `CREATE TABLE IF NOT EXISTS ${this.#name} (org TEXT NOT NULL, id TEXT NOT NULL, doc TEXT NOT NULL, PRIMARY KEY (org, id)) STRICT`,
    );
    for (const index of collection.indexes) database.exec(createIndex(collection.path, this.#name, index));
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

function createIndex(path: string, table: string, index: Index): string {
  const equal = [...index.equal].sort();
  const direction = index.orderBy?.direction === 'desc' ? 'DESC' : 'ASC';
  const order = index.orderBy === undefined ? [] : [rankOf(index.orderBy.field), valueOf(index.orderBy.field)];
  const columns = [...equal.map(jsonOf), ...[...order, 'id'].map((column) => `${column} ${direction}`)];
  const name = [path, ...equal, index.orderBy?.field ?? '', direction].join(' ');
  return `CREATE INDEX IF NOT EXISTS "${name}" ON ${table} (org, ${columns.join(', ')})`;
}
