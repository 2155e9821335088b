import { documentName } from '../document-name.ts';
import { checkAverage, checkCount, checkQuery } from '../checked-query.ts';
import { decodeDocument, encodeDocument } from '../document.ts';
import { checkDocumentId } from '../document-id.ts';
import { aggregationReads, type Operation } from '../operation.ts';
import { pageOf } from '../page.ts';
import type { AgencyStore, Collection, Doc, Page, Query, Scalar, StopWatch, Transaction } from '../port.ts';
import { StoreError } from '../store-error.ts';
import { isDuplicate, sqliteError } from './sqlite-error.ts';
import type { SqliteTransactions, TransactionPlace } from './sqlite-transactions.ts';
import type { SqliteWatches } from './sqlite-watches.ts';

/** What one agency's part needs of the store around it. */
export interface AgencyPlace extends TransactionPlace {
  readonly watches: SqliteWatches;
  readonly transactions: SqliteTransactions;
  /** Runs work unless the store is closed, and keeps `close` waiting for it. */
  readonly running: <R>(work: () => Promise<R>) => Promise<R>;
  /** Throws kind `unavailable` if the store is closed. */
  readonly assertOpen: () => void;
}

/** One agency's documents in a SQLite file. */
export class SqliteAgency implements AgencyStore {
  readonly orgId: string;
  readonly #place: AgencyPlace;

  constructor(orgId: string, place: AgencyPlace) {
    this.orgId = orgId;
    this.#place = place;
  }

  get<T>(collection: Collection<T>, id: string): Promise<T | undefined> {
    return this.#run(`reading ${documentName(collection, id)}`, () => {
      checkDocumentId(collection.path, id);
      const doc = this.#place.tableOf(collection).read(this.orgId, id);
      this.#count('read', collection.path, 1);
      return doc === undefined ? undefined : decodeDocument(collection, id, JSON.parse(doc));
    });
  }

  create<T>(collection: Collection<T>, id: string, data: T): Promise<void> {
    return this.#run(`creating ${documentName(collection, id)}`, () => {
      const plain = encodeDocument(collection, this.orgId, id, data);
      try {
        this.#place.tableOf(collection).insert(this.orgId, id, plain);
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        throw new StoreError('already-exists', `${documentName(collection, id)} is already there`);
      }
      this.#wrote('write', collection.path);
    });
  }

  set<T>(collection: Collection<T>, id: string, data: T): Promise<void> {
    return this.#run(`writing ${documentName(collection, id)}`, () => {
      const plain = encodeDocument(collection, this.orgId, id, data);
      this.#place.tableOf(collection).put(this.orgId, id, plain);
      this.#wrote('write', collection.path);
    });
  }

  delete<T>(collection: Collection<T>, id: string): Promise<void> {
    return this.#run(`deleting ${documentName(collection, id)}`, () => {
      checkDocumentId(collection.path, id);
      this.#place.tableOf(collection).remove(this.orgId, id);
      this.#wrote('delete', collection.path);
    });
  }

  query<T>(collection: Collection<T>, query: Query = {}): Promise<Page<T>> {
    return this.#run(`querying ${collection.path}`, () => {
      const checked = checkQuery(collection, query);
      const rows = this.#place.tableOf(collection).page(this.orgId, checked);
      this.#count('read', collection.path, Math.max(1, rows.length));
      return pageOf(
        collection,
        checked,
        rows.map(({ id, doc }) => ({ id, stored: JSON.parse(doc) as unknown })),
      );
    });
  }

  count<T>(collection: Collection<T>, equal: Readonly<Record<string, Scalar>> = {}): Promise<number> {
    return this.#run(`counting ${collection.path}`, () => {
      const matched = this.#place.tableOf(collection).count(this.orgId, checkCount(collection, equal));
      this.#count('read', collection.path, aggregationReads(matched));
      return matched;
    });
  }

  average<T>(
    collection: Collection<T>,
    field: string,
    equal: Readonly<Record<string, Scalar>> = {},
  ): Promise<number | undefined> {
    return this.#run(`averaging ${collection.path}`, () => {
      const filters = checkAverage(collection, field, equal);
      const { matched, mean } = this.#place.tableOf(collection).average(this.orgId, field, filters);
      this.#count('read', collection.path, aggregationReads(matched));
      return mean;
    });
  }

  transaction<R>(work: (tx: Transaction) => Promise<R>): Promise<R> {
    return this.#place.running(() => this.#place.transactions.run(this.orgId, work));
  }

  watch<T>(
    collection: Collection<T>,
    onDocs: (docs: readonly Doc<T>[]) => void,
    onError: (error: Error) => void,
  ): StopWatch {
    this.#place.assertOpen();
    const table = this.#place.tableOf(collection);
    return this.#place.watches.add(table, collection, this.orgId, onDocs, onError);
  }

  #run<R>(what: string, work: () => R): Promise<R> {
    return this.#place.running(async () => {
      try {
        return work();
      } catch (error) {
        throw sqliteError(error, what);
      }
    });
  }

  #wrote(kind: 'write' | 'delete', path: string): void {
    this.#count(kind, path, 1);
    this.#place.changed(this.orgId, path);
  }

  #count(kind: Operation['kind'], collection: string, count: number): void {
    this.#place.onOperation?.({ kind, collection, count });
  }
}
