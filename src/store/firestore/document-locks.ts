import { StoreError } from '../store-error.ts';

/**
 * Lets transactions of this process that read the same document go one after another. Firestore guards documents
 * too, but by letting all of them read and then failing all commits but one: a hundred at once would spend their
 * time on waiting and starting again.
 */
export class DocumentLocks {
  readonly #held = new Map<string, Promise<void>>();

  /** A lease for one transaction; it holds nothing yet. */
  lease(): Lease {
    return new Lease(this.#held);
  }
}

/** The documents that one transaction holds. */
export class Lease {
  readonly #held: Map<string, Promise<void>>;
  readonly #mine = new Map<string, () => void>();

  constructor(held: Map<string, Promise<void>>) {
    this.#held = held;
  }

  /**
   * Resolves when the document is ours. Waits only while it holds nothing, so that two cannot wait for each other.
   * @throws StoreError `conflict` if another one has the document and this one already holds something: let go and try again.
   */
  async take(key: string): Promise<void> {
    for (;;) {
      if (this.#mine.has(key)) return;
      const released = this.#held.get(key);
      if (released === undefined) break;
      if (this.#mine.size > 0) throw new StoreError('conflict', 'another transaction is at work on the same documents');
      await released;
    }
    let release = (): void => undefined;
    this.#held.set(key, new Promise((done) => (release = done)));
    this.#mine.set(key, release);
  }

  releaseAll(): void {
    for (const [key, release] of this.#mine) {
      this.#held.delete(key);
      release();
    }
    this.#mine.clear();
  }
}
