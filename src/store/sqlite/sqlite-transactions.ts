import { documentName } from '../document-name.ts';
import { BufferedTransaction, type BufferedWrite } from '../buffered-transaction.ts';
import type { OnOperation } from '../operation.ts';
import type { Collection, Transaction } from '../port.ts';
import { StoreError } from '../store-error.ts';
import type { Database } from './database.ts';
import { sqliteError } from './sqlite-error.ts';
import { GroupCommit } from './group-commit.ts';
import type { Table } from './table.ts';

/** Everybody who made us fail has written something meanwhile; so often in a row means that something is badly wrong. */
const MAX_ATTEMPTS = 100;

/** What transactions need of the store around them. */
export interface TransactionPlace {
  readonly database: Database;
  readonly tableOf: (collection: Collection<unknown>) => Table;
  readonly changed: (orgId: string, path: string) => void;
  readonly onOperation: OnOperation | undefined;
}

interface Seen {
  readonly table: Table;
  readonly id: string;
  readonly doc: string | undefined;
}

type Attempt<R> = { readonly ok: true; readonly result: R } | { readonly ok: false };

/**
 * Optimistic transactions. `work` is asynchronous and the connection is shared, so no SQLite transaction is held open
 * while it runs: what it read is noted, what it writes is buffered, and one short synchronous transaction at the end
 * writes everything if all that was read is still the same, in this process and in others. If not, `work` runs again,
 * now in a queue, so that transactions of this process no longer disturb each other. Transactions that end together are
 * committed together (`GroupCommit`).
 */
export class SqliteTransactions {
  readonly #place: TransactionPlace;
  readonly #group: GroupCommit;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(place: TransactionPlace) {
    this.#place = place;
    this.#group = new GroupCommit(place.database);
  }

  async run<R>(orgId: string, work: (tx: Transaction) => Promise<R>): Promise<R> {
    const first = await this.#attempt(orgId, work);
    if (first.ok) return first.result;
    const retried = this.#queue.then(() => this.#retry(orgId, work));
    this.#queue = retried.catch(() => undefined);
    return retried;
  }

  async #retry<R>(orgId: string, work: (tx: Transaction) => Promise<R>): Promise<R> {
    for (let attempt = 2; attempt <= MAX_ATTEMPTS; attempt += 1) {
      const outcome = await this.#attempt(orgId, work);
      if (outcome.ok) return outcome.result;
    }
    throw new StoreError('conflict', `a transaction gave up after ${MAX_ATTEMPTS} attempts; nothing was written`);
  }

  async #attempt<R>(orgId: string, work: (tx: Transaction) => Promise<R>): Promise<Attempt<R>> {
    const seen: Seen[] = [];
    const tx = new BufferedTransaction(orgId, async (collection, id) => this.#read(orgId, collection, id, seen));
    try {
      const result = await work(tx);
      return (await this.#commit(orgId, seen, tx.end())) ? { ok: true, result } : { ok: false };
    } catch (error) {
      tx.end();
      // It may have failed only because it saw one document before and another after somebody else's commit.
      if (seen.length > 1 && !unchanged(orgId, seen)) return { ok: false };
      throw error;
    }
  }

  #read(orgId: string, collection: Collection<unknown>, id: string, seen: Seen[]): unknown {
    try {
      const table = this.#place.tableOf(collection);
      const doc = table.read(orgId, id);
      seen.push({ table, id, doc });
      this.#place.onOperation?.({ kind: 'read', collection: collection.path, count: 1 });
      return doc === undefined ? undefined : JSON.parse(doc);
    } catch (error) {
      throw sqliteError(error, `reading ${documentName(collection, id)}`);
    }
  }

  /** False if something that was read has changed since; then nothing is written. */
  async #commit(orgId: string, seen: readonly Seen[], writes: readonly BufferedWrite[]): Promise<boolean> {
    if (writes.length === 0 && seen.length < 2) return true;
    try {
      const tables = writes.map((write) => this.#place.tableOf(write.collection));
      const committed = await this.#group.run(() => {
        if (!unchanged(orgId, seen)) return false;
        writes.forEach((write, at) => apply(orgId, tables[at], write));
        return true;
      });
      if (committed) for (const write of writes) this.#report(orgId, write);
      return committed;
    } catch (error) {
      throw sqliteError(error, 'committing a transaction');
    }
  }

  #report(orgId: string, { kind, collection }: BufferedWrite): void {
    this.#place.onOperation?.({ kind: kind === 'delete' ? 'delete' : 'write', collection: collection.path, count: 1 });
    this.#place.changed(orgId, collection.path);
  }
}

function unchanged(orgId: string, seen: readonly Seen[]): boolean {
  return seen.every(({ table, id, doc }) => table.read(orgId, id) === doc);
}

function apply(orgId: string, table: Table | undefined, write: BufferedWrite): void {
  if (write.kind === 'delete') table?.remove(orgId, write.id);
  else table?.put(orgId, write.id, write.data);
}
