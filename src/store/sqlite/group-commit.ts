import type { Database } from './database.ts';

interface Member {
  readonly work: () => boolean;
  readonly resolve: (committed: boolean) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Makes changes that arrive together durable together: one commit, which waits for the disk once, for all of them. Each
 * is still all or nothing by itself, sees those before it in the group, and is told only after the commit. Alone, a change
 * waits for nothing but the end of the event loop's turn.
 */
export class GroupCommit {
  readonly #database: Database;
  #waiting: Member[] = [];

  constructor(database: Database) {
    this.#database = database;
  }

  /** Runs `work`, which must not be asynchronous. Resolves with its result when that is durable; rejects if it throws, with nothing of it written. */
  run(work: () => boolean): Promise<boolean> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.length === 0) setImmediate(() => this.#commit());
      this.#waiting.push({ work, resolve, reject });
    });
  }

  #commit(): void {
    const members = this.#waiting;
    this.#waiting = [];
    try {
      const tell = this.#database.atomically(() => members.map((member) => this.#runOne(member, members.length === 1)));
      for (const one of tell) one();
    } catch (error) {
      for (const { reject } of members) reject(error);
    }
  }

  /** What to tell the member once everything is committed. */
  #runOne({ work, resolve, reject }: Member, alone: boolean): () => void {
    try {
      const committed = alone ? work() : this.#database.withSavepoint(work);
      return () => resolve(committed);
    } catch (error) {
      // Some errors (a full disk) make SQLite undo the whole transaction: then there is no group any more.
      if (alone || !this.#database.inTransaction()) throw error;
      return () => reject(error);
    }
  }
}
