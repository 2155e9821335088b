import { z } from 'zod';
import { Cron } from 'croner';

/** Times of day in Bangkok, `08:30`. */
const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const CronExpression = z.string().max(60).refine(isCron, 'not a cron expression of five fields, e.g. "0 9 * * 1"');

/** Five fields: seconds would allow a digest every second. */
function isCron(text: string): boolean {
  if (text.trim().split(/\s+/u).length !== 5) return false;
  try {
    return new Cron(text, { timezone: 'Asia/Bangkok', paused: true }).nextRun() !== null;
  } catch {
    return false;
  }
}

/**
 * When what is pushed by the calendar: cron expressions by Bangkok's clock, null for never. What is left out follows
 * `DEFAULT_SCHEDULE`. What falls outside the window, on a weekend or on a holiday goes out in the window of the next working day.
 */
export const PushScheduleSchema = z.strictObject({
  staffDigest: CronExpression.nullable().optional(),
  managerDigest: CronExpression.nullable().optional(),
  news: CronExpression.nullable().optional(),
  window: z
    .strictObject({ from: TimeOfDay, to: TimeOfDay })
    .refine(({ from, to }) => from < to, 'the window has to end after it begins')
    .optional(),
  /** Days, Christian era: `2026-12-05`. */
  holidays: z.array(z.iso.date()).max(200).optional(),
  /** Share of the month's messages kept for answers and urgent news, 0–1. */
  reserve: z.number().min(0).max(1).optional(),
});
export type PushSchedule = z.infer<typeof PushScheduleSchema>;

/** Mondays at nine for staff, the first of the month at nine for managers, the tenth at ten for citizens who asked. */
export const DEFAULT_SCHEDULE = {
  staffDigest: '0 9 * * 1',
  managerDigest: '0 9 1 * *',
  news: '0 10 10 * *',
  window: { from: '08:30', to: '18:00' },
  holidays: [],
  reserve: 0.2,
} as const satisfies PushSchedule;

/** A schedule with nothing left out. */
export type FullSchedule = {
  readonly staffDigest: string | null;
  readonly managerDigest: string | null;
  readonly news: string | null;
  readonly window: { readonly from: string; readonly to: string };
  readonly holidays: readonly string[];
  readonly reserve: number;
};

/** What is left out is as usual; null stays null. */
export function fullSchedule({ staffDigest, managerDigest, news, ...rest }: PushSchedule = {}): FullSchedule {
  return {
    staffDigest: staffDigest === undefined ? DEFAULT_SCHEDULE.staffDigest : staffDigest,
    managerDigest: managerDigest === undefined ? DEFAULT_SCHEDULE.managerDigest : managerDigest,
    news: news === undefined ? DEFAULT_SCHEDULE.news : news,
    window: rest.window ?? DEFAULT_SCHEDULE.window,
    holidays: rest.holidays ?? DEFAULT_SCHEDULE.holidays,
    reserve: rest.reserve ?? DEFAULT_SCHEDULE.reserve,
  };
}
