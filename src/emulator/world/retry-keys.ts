import type { Clock } from '../../clock.ts';

/** After this the same key sends again (LINE's reference, Retrying an API request). */
const VALID_MS = 24 * 60 * 60 * 1000;

interface Accepted {
  readonly requestId: string;
  /** Only push answers with what it sent. */
  readonly sentMessages?: readonly object[];
}

export interface RetryKeys {
  /** What was accepted under this key within 24 hours. */
  readonly find: (key: string) => Accepted | undefined;
  readonly accept: (key: string, accepted: Accepted) => void;
  readonly reset: () => void;
}

export function createRetryKeys(clock: Clock): RetryKeys {
  const keys = new Map<string, { readonly at: number; readonly accepted: Accepted }>();
  return {
    find: (key) => {
      const it = keys.get(key.toLowerCase());
      return it !== undefined && clock().getTime() - it.at < VALID_MS ? it.accepted : undefined;
    },
    accept: (key, accepted) => {
      const now = clock().getTime();
      for (const [old, it] of keys) {
        // Kept in the order of acceptance: the first one that still holds ends the search.
        if (now - it.at < VALID_MS) break;
        keys.delete(old);
      }
      keys.delete(key.toLowerCase());
      keys.set(key.toLowerCase(), { at: now, accepted });
    },
    reset: () => {
      keys.clear();
    },
  };
}
