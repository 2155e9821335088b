import type { After } from '../after.ts';
import { MAX_LIMIT } from '../checked-query.ts';
import { decodeDocument } from '../document.ts';
import type { OnOperation } from '../operation.ts';
import type { Collection, Doc, StopWatch } from '../port.ts';
import type { Database } from './database.ts';
import { sqliteError } from './sqlite-error.ts';
import type { Table } from './table.ts';

interface Watch {
  readonly orgId: string;
  readonly path: string;
  readonly look: () => void;
  /** True while a look is already on its way, so that a burst of writes causes one. */
  due: boolean;
}

/**
 * Tells watchers of one store about changes: its own at once, those of other connections and processes when SQLite's
 * `data_version` is seen to have moved. Looking is cheap (no disk access when nothing changed) and stops when nobody watches.
 */
export class SqliteWatches {
  readonly #database: Database;
  readonly #everyMs: number;
  readonly #after: After;
  readonly #onOperation: OnOperation | undefined;
  readonly #watches = new Set<Watch>();
  #version = 0;
  #cancelPoll: (() => void) | undefined;

  constructor(database: Database, everyMs: number, after: After, onOperation: OnOperation | undefined) {
    this.#database = database;
    this.#everyMs = everyMs;
    this.#after = after;
    this.#onOperation = onOperation;
  }

  add<T>(
    table: Table,
    collection: Collection<T>,
    orgId: string,
    onDocs: (docs: readonly Doc<T>[]) => void,
    onError: (error: Error) => void,
  ): StopWatch {
    let known: ReadonlyMap<string, string> | undefined;
    const look = (): void => {
      try {
        const rows = table.page(orgId, { equal: [], orderBy: undefined, limit: MAX_LIMIT, after: undefined });
        const found = new Map(rows.map((row) => [row.id, row.doc]));
        const changed = rows.filter((row) => known?.get(row.id) !== row.doc).length;
        const first = known === undefined;
        if (!first && changed === 0 && known?.size === found.size) return;
        known = found;
        const reads = first ? Math.max(1, changed) : changed;
        if (reads > 0) this.#onOperation?.({ kind: 'read', collection: collection.path, count: reads });
        onDocs(rows.map(({ id, doc }) => ({ id, data: decodeDocument(collection, id, JSON.parse(doc)) })));
      } catch (error) {
        onError(sqliteError(error, `watching ${collection.path}`));
      }
    };
    const watch: Watch = { orgId, path: collection.path, look, due: false };
    this.#watches.add(watch);
    this.#lookSoon(watch);
    this.#startPolling();
    return () => this.#remove(watch);
  }

  /** To be called after every commit of this store. */
  changed(orgId: string, path: string): void {
    for (const watch of this.#watches) {
      if (watch.orgId === orgId && watch.path === path) this.#lookSoon(watch);
    }
  }

  stop(): void {
    for (const watch of this.#watches) this.#remove(watch);
  }

  #remove(watch: Watch): void {
    this.#watches.delete(watch);
    if (this.#watches.size > 0) return;
    this.#cancelPoll?.();
    this.#cancelPoll = undefined;
  }

  #lookSoon(watch: Watch): void {
    if (watch.due) return;
    watch.due = true;
    queueMicrotask(() => {
      watch.due = false;
      if (this.#watches.has(watch)) watch.look();
    });
  }

  #versionMoved(): boolean {
    try {
      const version = this.#database.dataVersion();
      if (version === this.#version) return false;
      this.#version = version;
    } catch {
      // The look that follows meets the same trouble and tells the watchers.
    }
    return true;
  }

  #startPolling(): void {
    if (this.#cancelPoll !== undefined) return;
    this.#version = this.#database.dataVersion();
    const poll = (): void => {
      this.#cancelPoll = this.#after(this.#everyMs, poll);
      if (this.#versionMoved()) for (const watch of this.#watches) this.#lookSoon(watch);
    };
    this.#cancelPoll = this.#after(this.#everyMs, poll);
  }
}
