import type { After } from '../after.ts';
import { StoreError } from '../store-error.ts';

/** Whether the caller has stopped waiting: after that, nothing new may be sent. */
export interface Deadline {
  readonly passed: () => boolean;
}

/** Gives every call a deadline, because the client library would wait for ever. */
export class TimedCalls {
  readonly deadlineMs: number;
  readonly #after: After;
  readonly #unsettled = new Set<Promise<unknown>>();

  constructor(deadlineMs: number, after: After) {
    this.deadlineMs = deadlineMs;
    this.#after = after;
  }

  /**
   * Rejects with kind `deadline` when `work` has not settled in time. What was already sent cannot be taken back: a
   * write may still happen.
   */
  async run<R>(what: string, work: (deadline: Deadline) => Promise<R>): Promise<R> {
    let passed = false;
    let cancel: () => void = () => undefined;
    const timeout = new Promise<never>((_resolve, reject) => {
      cancel = this.#after(this.deadlineMs, () => {
        passed = true;
        reject(new StoreError('deadline', `${what}: no answer from Firestore in ${this.deadlineMs} ms`));
      });
    });
    const working = work({ passed: () => passed });
    this.#unsettled.add(working);
    const forget = (): void => void this.#unsettled.delete(working);
    working.then(forget, forget);
    try {
      return await Promise.race([working, timeout]);
    } finally {
      passed = true;
      cancel();
    }
  }

  /** Resolves when also those calls have ended that nobody waits for any more. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#unsettled);
  }
}
