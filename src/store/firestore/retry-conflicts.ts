import type { After } from '../after.ts';
import { StoreError } from '../store-error.ts';
import type { Deadline } from './timed-calls.ts';

/** First pause in ms, doubled every time up to the longest; the pause is drawn between nothing and that. */
const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 400;

/** Chance and timers, so that tests can set them. `random` gives 0 to just under 1. */
export interface RetryMeans {
  readonly after: After;
  readonly random: () => number;
}

/**
 * Runs `attempt` again when it failed with kind `conflict`, the only failure of a write that says for certain that
 * nothing was written. Gives up a little before the deadline, so that the caller learns of the conflict and not
 * merely that time ran out. Everything else, above all a write whose outcome is unknown, is left to the caller.
 */
export async function retryConflicts<R>(
  deadlineMs: number,
  deadline: Deadline,
  means: RetryMeans,
  attempt: () => Promise<R>,
): Promise<R> {
  let late = false;
  const cancel = means.after(deadlineMs * 0.9, () => {
    late = true;
  });
  try {
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
      try {
        return await attempt();
      } catch (error) {
        const again = error instanceof StoreError && error.kind === 'conflict';
        if (!again || late || deadline.passed()) throw error;
      }
      await pause(pauseMs * means.random(), means.after);
    }
  } finally {
    cancel();
  }
}

function pause(ms: number, after: After): Promise<void> {
  return new Promise((resolve) => {
    after(ms, resolve);
  });
}
