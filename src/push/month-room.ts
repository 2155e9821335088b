import { fullSchedule } from '../agency/push-schedule.ts';
import { inBangkok } from '../bangkok-time.ts';
import { quotas } from '../store/collections.ts';
import { monthOf } from './month-of.ts';
import type { PushDesk } from './push-desk.ts';
import { isReached, roomIn, UNUSED_QUOTA, type LineQuota, type Room } from './quota.ts';

/** The room of the running month, from one question to LINE and one read. */
export interface MonthRoom {
  /** What LINE says; undefined if it does not in time: then both rooms are, too, and nothing may be sent. */
  readonly quota: LineQuota | undefined;
  /** Share of the month kept for answers and urgent news, 0–1. */
  readonly reserve: number;
  /** For what is not urgent. */
  readonly usual: Room | undefined;
  /** With what is kept in reserve. */
  readonly urgent: Room | undefined;
  /** When LINE said that the month's limit is reached (ms since 1970); null: it has not, or it may be tried again. */
  readonly reachedAtMs: number | null;
  /** When the next month begins by Bangkok's clock. */
  readonly renewsAt: Date;
}

/** Asks LINE once how much is left of the month, and what this agency has under way. */
export async function monthRoom(desk: PushDesk): Promise<MonthRoom> {
  const now = desk.clock();
  const { reserve } = fullSchedule(desk.facts().agency?.push);
  const [quota, stored] = await Promise.all([desk.quota(), desk.store.get(quotas, monthOf(now))]);
  const own = stored ?? UNUSED_QUOTA;
  const nowMs = now.getTime();
  return {
    quota,
    reserve,
    usual: quota && roomIn(quota, own, { reserve, urgent: false, nowMs }),
    urgent: quota && roomIn(quota, own, { reserve, urgent: true, nowMs }),
    reachedAtMs: isReached(own, nowMs, quota) ? own.reachedAtMs : null,
    renewsAt: inBangkok(now).startOf('month').add(1, 'month').toDate(),
  };
}
