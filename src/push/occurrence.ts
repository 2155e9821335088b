import { Cron } from 'croner';
import type { FullSchedule } from '../agency/push-schedule.ts';
import { dayOf, inBangkok } from '../bangkok-time.ts';

const DAY_MS = 86_400_000;
/** What no server sent in its window may still go out in those of so many working days after. */
const WORKING_DAYS_LATE = 2;
/** Days ahead in which a working day is looked for; the longest run of Thai holidays is a week. */
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
 * whose window was today or on the two working days before. One that has been moved past the next one gives way to it.
 */
export function dueOccurrence(cron: string, calendar: Calendar, now: Date): Occurrence | undefined {
  if (!isOpen(now, calendar)) return undefined;
  const job = new Cron(cron, { timezone: 'Asia/Bangkok', paused: true });
  // The newest is looked for backwards, so it costs the same however often the expression falls. A window is open now, so no
  // occurrence before now can still be waiting for one.
  const [at] = job.previousRuns(1, new Date(now.getTime() + 1));
  const sendAt = at && sendingTime(at, calendar);
  if (at === undefined || sendAt === undefined || isTooLate(sendAt, now, calendar)) return undefined;
  return { at: inBangkok(at).format('YYYY-MM-DDTHH:mm'), sendAtMs: sendAt.getTime() };
}

/** True once more than two working days have come after the day of `sendAt`. */
function isTooLate(sendAt: Date, now: Date, { holidays }: Calendar): boolean {
  let late = 0;
  for (let day = nextDay(sendAt); dayOf(day) <= dayOf(now) && late <= WORKING_DAYS_LATE; day = nextDay(day))
    if (isWorkingDay(day, holidays)) late += 1;
  return late > WORKING_DAYS_LATE;
}

function nextDay(day: Date): Date {
  return new Date(day.getTime() + DAY_MS);
}

/**
 * When something of that moment may go out: at once in the window of a working day, else when the next one opens; undefined if there is
 * no working day in the 30 days after.
 */
export function sendingTime(at: Date, { window, holidays }: Calendar): Date | undefined {
  if (isOpen(at, { window, holidays })) return at;
  const later = isWorkingDay(at, holidays) && inBangkok(at).format('HH:mm') < window.from ? 0 : 1;
  for (let days = later; days <= DAYS_AHEAD; days += 1) {
    const day = new Date(at.getTime() + days * DAY_MS);
    if (isWorkingDay(day, holidays)) return new Date(`${dayOf(day)}T${window.from}:00+07:00`);
  }
  return undefined;
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
