import { setTimeout as sleep } from 'node:timers/promises';

/** Waiting that can be cut short, because there is something to do or because everything ends. */
export interface Rest {
  /** Resolves after so many milliseconds, or as soon as somebody calls `wake`, or at once once it has ended. */
  readonly rest: (ms: number) => Promise<void>;
  readonly wake: () => void;
}

/** @param ended Aborts when nothing is waited for any more. */
export function createRest(ended: AbortSignal): Rest {
  let resting = new AbortController();
  return {
    rest: (ms) => sleep(ms, undefined, { signal: AbortSignal.any([ended, resting.signal]) }).catch(() => undefined),
    wake: () => {
      resting.abort();
      resting = new AbortController();
    },
  };
}
