import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { StoreError } from '../store-error.ts';

/** Layout of the file. A program that meets a higher number than its own refuses to touch the file. */
const LAYOUT = 1;

/** One connection to one database file. Statements are prepared once and kept. */
export class Database {
  readonly #db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  /**
   * Opens or creates the file, and its folder (readable by the owner only: it will hold personal data).
   * @param path A file, or `:memory:`.
   * @param busyTimeoutMs How long a statement waits, with the event loop standing still, for another process's commit.
   */
  constructor(path: string, busyTimeoutMs: number) {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    this.#db = new DatabaseSync(path, { timeout: busyTimeoutMs });
    try {
      // WAL: readers never wait for the writer. FULL: a commit is on the disk before it returns, not only after a while.
      // secure_delete: what is erased (a day's key, a comment, a person) is overwritten and not only unlinked.
      this.#db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;');
      this.#checkLayout(path);
    } catch (error) {
      this.#db.close();
      throw error;
    }
  }

  prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#db.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  exec(sql: string): void {
    this.#db.exec(sql);
  }

  /** Runs `work`, which must not be asynchronous, in one transaction: all of it or, if it throws, nothing. */
  atomically<R>(work: () => R): R {
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.#db.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
      throw error;
    }
  }

  /** Within `atomically`: runs `work`, which must not be asynchronous; if it throws, only what it did is undone. */
  withSavepoint<R>(work: () => R): R {
    this.#db.exec('SAVEPOINT one');
    try {
      const result = work();
      this.#db.exec('RELEASE one');
      return result;
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK TO one; RELEASE one');
      throw error;
    }
  }

  inTransaction(): boolean {
    return this.#db.isTransaction;
  }

  /** Changes whenever another connection, also of another process, has committed. */
  dataVersion(): number {
    return Number(this.prepare('PRAGMA data_version').get()?.['data_version']);
  }

  close(): void {
    this.#db.close();
  }

  #checkLayout(path: string): void {
    const found = Number(this.#db.prepare('PRAGMA user_version').get()?.['user_version']);
    if (found > LAYOUT) {
      const advice = 'Start the newer version, or use another file';
      throw new StoreError('unavailable', `${path} was written by a newer version (layout ${found}). ${advice}.`);
    }
    if (found < LAYOUT) this.#db.exec(`PRAGMA user_version = ${LAYOUT}`);
  }
}
