import { Cron } from 'croner';
import type { FullSchedule } from '../agency/push-schedule.ts';
import { dayOf, inBangkok } from '../bangkok-time.ts';

const DAY_MS = 86_400_000;
/** Something that should have gone out longer ago than this (ms), because no server ran, is left out. */
const TOO_LATE_MS = 2 * DAY_MS;
/** Working days looked ahead for one; the longest run of Thai holidays is a week. */
const DAYS_AHEAD = 30;

/** One time that something should go out. */
export interface Occurrence {
  /** The day and time the calendar names, Bangkok: `2026-11-23T09:00`. Names the push. */
  readonly at: string;
  /** When it may go out: the same, or in the window of the next working day (ms since 1970). */
  readonly sendAtMs: number;
}

type Calendar = Pick<FullSchedule, 'window' | 'holidays'>;

/**
 * The newest occurrence of a cron expression (Bangkok) that may go out at `now`; undefined outside the window, and if there is none
 * in the last two days. One that has been moved past the next one gives way to it.
 */
export function dueOccurrence(cron: string, calendar: Calendar, now: Date): Occurrence | undefined {
  if (!isOpen(now, calendar)) return undefined;
  const job = new Cron(cron, { timezone: 'Asia/Bangkok', paused: true });
  const from = new Date(now.getTime() - TOO_LATE_MS - DAYS_AHEAD * DAY_MS);
  let due: Occurrence | undefined;
  for (let at = job.nextRun(from); at !== null && at <= now; at = job.nextRun(at)) {
    const sendAtMs = sendingTime(at, calendar).getTime();
    if (sendAtMs <= now.getTime() && now.getTime() - sendAtMs <= TOO_LATE_MS)
      due = { at: inBangkok(at).format('YYYY-MM-DDTHH:mm'), sendAtMs };
  }
  return due;
}

/** When something of that moment may go out: at once in the window of a working day, else when the next one opens. */
export function sendingTime(at: Date, { window, holidays }: Calendar): Date {
  if (isOpen(at, { window, holidays })) return at;
  const later = isWorkingDay(at, holidays) && inBangkok(at).format('HH:mm') < window.from ? 0 : 1;
  for (let days = later; days <= DAYS_AHEAD; days += 1) {
    const day = new Date(at.getTime() + days * DAY_MS);
    if (isWorkingDay(day, holidays)) return new Date(`${dayOf(day)}T${window.from}:00+07:00`);
  }
  throw new RangeError(`there is no working day in the ${DAYS_AHEAD} days after ${dayOf(at)}`);
}

/** True in the hours in which anything may be sent, whatever the day. */
export function isTimeToSend(at: Date, { window }: Pick<Calendar, 'window'>): boolean {
  const time = inBangkok(at).format('HH:mm');
  return time >= window.from && time < window.to;
}

/** True in the window of a working day: what the calendar asks for goes out only then, also if it is late. */
export function isOpen(at: Date, { window, holidays }: Calendar): boolean {
  return isWorkingDay(at, holidays) && isTimeToSend(at, { window });
}

function isWorkingDay(at: Date, holidays: readonly string[]): boolean {
  const weekday = inBangkok(at).day();
  return weekday !== 0 && weekday !== 6 && !holidays.includes(dayOf(at));
}
