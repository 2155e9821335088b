import type { Clock } from '../../clock.ts';
import { monthOf } from './calendar.ts';

export interface Quota {
  /** Messages (recipients) a month; null is without limit. */
  readonly limit: () => number | null;
  readonly setLimit: (limit: number | null) => void;
  readonly used: () => number;
  /** Counts `recipients`, or counts nothing and answers false if the month has no room for all of them. */
  readonly take: (recipients: number) => boolean;
  readonly reset: () => void;
}

/** Counts by the month of the clock: a new month starts at nothing. */
export function createQuota(clock: Clock, initial: number | null): Quota {
  let limit = initial;
  const usedIn = new Map<string, number>();
  const used = () => usedIn.get(monthOf(clock())) ?? 0;
  return {
    limit: () => limit,
    setLimit: (next) => {
      limit = next;
    },
    used,
    take: (recipients) => {
      if (limit !== null && used() + recipients > limit) return false;
      usedIn.set(monthOf(clock()), used() + recipients);
      return true;
    },
    reset: () => {
      limit = initial;
      usedIn.clear();
    },
  };
}
