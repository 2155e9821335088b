import { quotas } from '../store/collections.ts';
import type { AgencyStore } from '../store/port.ts';
import { monthOf } from './month-of.ts';
import { isReached } from './quota.ts';

/** True once LINE has said that the month's limit is reached: nothing more is pushed, for a day at least. One read. */
export async function isMonthOver(store: AgencyStore, now: Date): Promise<boolean> {
  const own = await store.get(quotas, monthOf(now));
  return own !== undefined && isReached(own, now.getTime());
}
