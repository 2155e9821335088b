import { dayOf } from '../bangkok-time.ts';
import { daysOfYear } from './due-day.ts';
import type { Measure } from './measure.ts';

/** Days without a word after which a measure counts as silent. */
const SILENT_DAYS = 30;
const DAY_MS = 86_400_000;

/** Still to be done: not done, not stopped, and not going on as a measure of the next year. */
export function isOpen({ status, carriedTo }: Pick<Measure, 'status' | 'carriedTo'>): boolean {
  return carriedTo === null && (status === 'not-started' || status === 'under-way');
}

/** The day by which it is to be done, `2026-09-30`: its own, or the last of its fiscal year. */
export function dueDayOf({ dueDate, fiscalYear }: Pick<Measure, 'dueDate' | 'fiscalYear'>): string {
  return dueDate ?? daysOfYear(fiscalYear).last;
}

/** Open although its day is over. */
export function isLate(measure: Measure, now: Date): boolean {
  return isOpen(measure) && dueDayOf(measure) < dayOf(now);
}

/** Open, its fiscal year has begun, and nobody has reported anything for 30 days. */
export function isSilent(measure: Measure, now: Date): boolean {
  if (!isOpen(measure)) return false;
  const began = Date.parse(`${daysOfYear(measure.fiscalYear).first}T00:00:00+07:00`);
  const heard = measure.progressAt === null ? began : Math.max(began, Date.parse(measure.progressAt));
  return now.getTime() - heard >= SILENT_DAYS * DAY_MS;
}

/** Nobody looks after it: no division, and no words in the report say who. */
export function hasNoOwner({ division, owner }: Pick<Measure, 'division' | 'owner'>): boolean {
  return division === null && owner === null;
}

/** True if it is the work of somebody in `division` (null: of the whole agency): their own, or everybody's. */
export function isWorkOf(measure: Pick<Measure, 'division'>, division: string | null): boolean {
  return division === null || measure.division === null || measure.division === division;
}
