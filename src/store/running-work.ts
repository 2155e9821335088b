import { StoreError } from './store-error.ts';

/** Knows what is running, so that closing can refuse new work and wait for the rest. */
export class RunningWork {
  readonly #running = new Set<Promise<unknown>>();
  #closed = false;

  /** @throws StoreError `unavailable` after `end` was called. */
  assertOpen(): void {
    if (this.#closed) throw new StoreError('unavailable', 'the store is closed');
  }

  async run<R>(work: () => Promise<R>): Promise<R> {
    this.assertOpen();
    const promise = work();
    this.#running.add(promise);
    try {
      return await promise;
    } finally {
      this.#running.delete(promise);
    }
  }

  /** Refuses new work and resolves when what was running has ended, well or not. True for the first caller. */
  async end(): Promise<boolean> {
    const first = !this.#closed;
    this.#closed = true;
    await Promise.allSettled(this.#running);
    return first;
  }
}
