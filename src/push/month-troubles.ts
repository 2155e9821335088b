import { quotas } from '../store/collections.ts';
import type { AgencyStore } from '../store/port.ts';
import { monthOf } from './month-of.ts';
import { isReached, type Failed } from './quota.ts';

/** For how long what failed is told of (ms). */
const TOLD_FOR_MS = 3 * 86_400_000;

/** What managers have to know of what is pushed. */
interface MonthTroubles {
  /** LINE has said that the month's limit is reached: nothing more is pushed, for a day at least. */
  readonly over: boolean;
  /** What failed in the last three days. */
  readonly failed: Failed | null;
}

/** One read; in the first days of a month another one, of the month before. */
export async function monthTroubles(store: AgencyStore, now: Date): Promise<MonthTroubles> {
  const nowMs = now.getTime();
  const months = new Set([monthOf(now), monthOf(new Date(nowMs - TOLD_FOR_MS))]);
  const [own, last] = await Promise.all([...months].map((month) => store.get(quotas, month)));
  const failed = own?.failed ?? last?.failed ?? null;
  return {
    over: own !== undefined && isReached(own, nowMs),
    failed: failed !== null && nowMs - failed.plannedAtMs < TOLD_FOR_MS ? failed : null,
  };
}
