import { quotas } from '../store/collections.ts';
import type { AgencyStore } from '../store/port.ts';
import { monthOf } from './plan-push.ts';

/** True once LINE has said that the month's limit is reached: nothing more is pushed until the next month. One read. */
export async function isMonthOver(store: AgencyStore, now: Date): Promise<boolean> {
  const own = await store.get(quotas, monthOf(now));
  return own !== undefined && own.reachedAtMs !== null;
}
