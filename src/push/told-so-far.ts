import { inBangkok } from '../bangkok-time.ts';
import type { ScheduleRecord } from './schedule-record.ts';

/** What people have been told by the calendar; before anything has gone out, nothing, and news reach back a month. */
export function toldSoFar(
  before: ScheduleRecord | undefined,
  now: Date,
): Pick<ScheduleRecord, 'atMs' | 'told' | 'counts'> {
  if (before === undefined) return { atMs: inBangkok(now).subtract(1, 'month').valueOf(), told: {}, counts: null };
  const { atMs, told, counts } = before;
  return { atMs, told, counts };
}
