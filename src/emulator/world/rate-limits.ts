import type { Clock } from '../../clock.ts';

/** So many requests in so many milliseconds. */
export interface Rate {
  readonly requests: number;
  readonly perMs: number;
}

export const perSecond = (requests: number): Rate => ({ requests, perMs: 1000 });
export const perHour = (requests: number): Rate => ({ requests, perMs: 60 * 60 * 1000 });

export interface RateLimits {
  /** Takes one request from the operation's bucket; false if it is empty. */
  readonly take: (operation: string, rate: Rate) => boolean;
  readonly reset: () => void;
}

/** One token bucket per operation, refilled by the clock. */
export function createRateLimits(clock: Clock): RateLimits {
  const buckets = new Map<string, { left: number; at: number }>();
  return {
    take: (operation, rate) => {
      const now = clock().getTime();
      const bucket = buckets.get(operation) ?? { left: rate.requests, at: now };
      const refilled = bucket.left + ((now - bucket.at) * rate.requests) / rate.perMs;
      const left = Math.min(rate.requests, refilled);
      buckets.set(operation, { left: left < 1 ? left : left - 1, at: now });
      return left >= 1;
    },
    reset: () => {
      buckets.clear();
    },
  };
}
