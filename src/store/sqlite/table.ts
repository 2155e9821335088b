import type { CheckedQuery, Equal } from '../checked-query.ts';
import { countedGroup } from '../counted-group.ts';
import type { PlainMap } from '../plain-value.ts';
import type { Collection } from '../port.ts';
import { StoreError } from '../store-error.ts';
import { readCount } from './counts.ts';
import type { Database } from './database.ts';
import { prepareTable } from './prepare-table.ts';
import { selectAverage, selectCount, selectPage, type Sql } from './sql-query.ts';

export interface Row {
  readonly id: string;
  /** The document as JSON text. */
  readonly doc: string;
}

/** One collection as a table `(org, id, doc)`, made or brought up to date when it is first used. All calls are synchronous. */
export class Table {
  readonly #database: Database;
  readonly #collection: Collection<unknown>;
  readonly #name: string;

  constructor(database: Database, collection: Collection<unknown>) {
    const { path } = collection;
    if (!/^[A-Za-z][\w-]*$/u.test(path)) {
      throw new StoreError('invalid', `"${path}" is not a collection name: letters, digits, "_" and "-"`);
    }
    this.#database = database;
    this.#collection = collection;
    this.#name = `"doc_${path}"`;
    prepareTable(database, collection);
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
    const group = countedGroup(this.#collection, equal);
    if (group !== undefined) return readCount(this.#database, this.#collection.path, orgId, group);
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
