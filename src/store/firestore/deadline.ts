import type { After } from '../after.ts';
import { StoreError } from '../store-error.ts';

/** Whether the caller has stopped waiting: after that, nothing new may be sent. */
export interface Deadline {
  readonly passed: () => boolean;
}

/**
 * Rejects with kind `deadline` when `work` has not settled after `ms`. The client library would wait for ever. What was
 * already sent cannot be taken back: a write may still happen.
 */
export async function withDeadline<R>(
  ms: number,
  after: After,
  what: string,
  work: (deadline: Deadline) => Promise<R>,
): Promise<R> {
  let passed = false;
  let cancel: () => void = () => undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    cancel = after(ms, () => {
      passed = true;
      reject(new StoreError('deadline', `${what}: no answer from Firestore in ${ms} ms`));
    });
  });
  try {
    return await Promise.race([work({ passed: () => passed }), timeout]);
  } finally {
    passed = true;
    cancel();
  }
}
