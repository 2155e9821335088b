import { systemAfter, type After } from '../after.ts';
import { checkDocumentId } from '../document-id.ts';
import type { OnOperation } from '../operation.ts';
import type { Collection, Store } from '../port.ts';
import { RunningWork } from '../running-work.ts';
import { Database } from './database.ts';
import { hasTable, prepareTable } from './prepare-table.ts';
import { SqliteAgency, type AgencyPlace } from './sqlite-agency.ts';
import { sqliteError } from './sqlite-error.ts';
import { SqliteTransactions } from './sqlite-transactions.ts';
import { SqliteWatches } from './sqlite-watches.ts';
import { Table } from './table.ts';

export interface SqliteStoreOptions {
  /** The database file, made with its folder if it is not there; `:memory:` for one that lives as long as the store. */
  readonly path: string;
  /** How often watches look for commits of other processes, in ms. Default 1,000. */
  readonly watchEveryMs?: number;
  /** How long one statement waits for another process's commit, in ms; then kind `unavailable`. Default 1,000. */
  readonly busyTimeoutMs?: number;
  /** Collections that a file of an earlier version is brought up to date for at once, and not when somebody waits for it. */
  readonly collections?: readonly Collection<unknown>[];
  readonly after?: After;
  readonly onOperation?: OnOperation;
}

/**
 * The embedded store: one SQLite file, every acknowledged write on the disk (WAL, synchronous=FULL). Several processes
 * may open the same file on one machine; a network file system will not do.
 * @throws StoreError `unavailable` if the file cannot be opened, with the reason and the fix.
 */
export function openSqliteStore(options: SqliteStoreOptions): Store {
  const { path, watchEveryMs = 1_000, busyTimeoutMs = 1_000, after = systemAfter, onOperation } = options;
  const database = open(path, busyTimeoutMs, options.collections ?? []);
  const work = new RunningWork();
  const watches = new SqliteWatches(database, watchEveryMs, after, onOperation);
  const tables = new WeakMap<Collection<unknown>, Table>();
  const tableOf = (collection: Collection<unknown>): Table => {
    const known = tables.get(collection);
    if (known !== undefined) return known;
    const table = new Table(database, collection);
    tables.set(collection, table);
    return table;
  };
  const shared = { database, tableOf, onOperation, changed: watches.changed.bind(watches) };
  const place: AgencyPlace = {
    ...shared,
    watches,
    transactions: new SqliteTransactions(shared),
    running: work.run.bind(work),
    assertOpen: work.assertOpen.bind(work),
  };
  return {
    agency: (orgId) => {
      checkDocumentId('orgs', orgId);
      return new SqliteAgency(orgId, place);
    },
    ping: () => work.run(async () => ask(database, path)),
    close: async () => {
      watches.stop();
      if (await work.end()) database.close();
    },
  };
}

function open(path: string, busyTimeoutMs: number, collections: readonly Collection<unknown>[]): Database {
  let database: Database | undefined;
  try {
    database = new Database(path, busyTimeoutMs);
    for (const collection of collections) {
      if (hasTable(database, collection.path)) prepareTable(database, collection);
    }
    return database;
  } catch (error) {
    database?.close();
    throw sqliteError(error, `opening ${path}`);
  }
}

function ask(database: Database, path: string): void {
  try {
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
  } catch (error) {
    throw sqliteError(error, `asking ${path}`);
  }
}
