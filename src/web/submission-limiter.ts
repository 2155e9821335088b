import { RateLimiterMemory, type IRateLimiterRes } from 'rate-limiter-flexible';
import type { Log } from '../log.ts';
import { sourceKey } from './source-key.ts';

/** Keeps floods out. */
export interface SubmissionLimiter {
  /**
   * Counts one submission. Seconds until the next may come, or undefined: go ahead. Never rejects.
   * @param from `kiosk`: a device at the counter, where nothing tells one person from the next.
   */
  take(ip: string | undefined, point: string, from?: 'person' | 'kiosk'): Promise<number | undefined>;
}

/** Resolves while there is room; rejects with how long to wait, or with an Error if it is broken. */
interface Counter {
  consume(key: string): Promise<IRateLimiterRes>;
}

/** Seconds over which submissions are counted. */
const WINDOW_S = 300;
/** Of one source: a town hall's Wi-Fi or a mobile carrier's gateway is one source to us, so it must hold a full waiting room. */
const PER_SOURCE = 120;
/** Of one device at a counter: somebody every 7.5 s, and a child that taps for fun is held up soon. */
const PER_KIOSK = 40;
/** At one point: more than a hall full of people after a meeting. */
const PER_POINT = 1_000;

/** Limits per source, device and point in this process's memory. A count that breaks lets people through and is logged. */
export function submissionLimiter(options: {
  /** Random, made for this process; see `sourceKey`. */
  readonly key: string;
  readonly log: Log;
  readonly bySource?: Counter;
  readonly byKiosk?: Counter;
  readonly byPoint?: Counter;
}): SubmissionLimiter {
  const {
    key,
    log,
    bySource = new RateLimiterMemory({ points: PER_SOURCE, duration: WINDOW_S }),
    byKiosk = new RateLimiterMemory({ points: PER_KIOSK, duration: WINDOW_S }),
    byPoint = new RateLimiterMemory({ points: PER_POINT, duration: WINDOW_S }),
  } = options;
  const count = async (counter: Counter, under: string): Promise<number | undefined> => {
    try {
      await counter.consume(under);
      return undefined;
    } catch (refused) {
      if (!(refused instanceof Error)) return waitOf(refused as IRateLimiterRes);
      log.error({ err: refused }, 'limiting submissions does not work, letting them through');
      return undefined;
    }
  };
  return {
    // The device and the source first: what they may not send does not use up the point's room.
    take: async (ip, point, from) => {
      const source = sourceKey(ip, key);
      const held = from === 'kiosk' ? await count(byKiosk, `${source} ${point}`) : undefined;
      return held ?? (await count(bySource, source)) ?? (await count(byPoint, point));
    },
  };
}

function waitOf({ msBeforeNext = 1_000 }: IRateLimiterRes): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1_000));
}
