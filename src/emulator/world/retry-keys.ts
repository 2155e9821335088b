import type { Clock } from '../../clock.ts';

/** After this the same key sends again (LINE's reference, Retrying an API request). */
const VALID_MS = 24 * 60 * 60 * 1000;

export interface Accepted {
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
      keys.set(key.toLowerCase(), { at: clock().getTime(), accepted });
    },
    reset: () => {
      keys.clear();
    },
  };
}
