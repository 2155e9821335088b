import { z } from 'zod';
import { LONGEST_TOLD } from './told.ts';

/** How many answers there were about each indicator when a digest was made: the next one tells the difference. */
const FeedbackCountsSchema = z.strictObject({
  fiscalYear: z.int(),
  /** `i1` … `i10`. */
  about: z.partialRecord(z.string().regex(/^i([1-9]|10)$/), z.int().nonnegative()),
});
export type FeedbackCounts = z.infer<typeof FeedbackCountsSchema>;

/** The day and time that the calendar names, Bangkok: `2026-11-23T09:00`. */
export const OccurrenceSchema = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/);

/** What has gone out by the calendar. Stored under the kind of push. */
export const ScheduleRecordSchema = z.strictObject({
  /** The newest occurrence that was dealt with. */
  last: OccurrenceSchema,
  /** When it went out last, and so from when on news are told (ms since 1970); before that see `told-so-far.ts`. */
  atMs: z.int().nonnegative(),
  /**
   * `nothing-new`: there was nothing to say, or nothing other than the last time. `sent-to-fewer`: there were not enough messages left,
   * and a manager had it sent to others than those it is for.
   */
  outcome: z.enum(['sent', 'nothing-new', 'nobody', 'not-enough-left', 'sent-to-fewer']),
  /** How many would have got it, and how many messages there were, if there were not enough; null once somebody has decided. */
  missing: z.strictObject({ people: z.int(), left: z.int() }).nullable(),
  /** What each division was told last (`told.ts`), so that the same is not told twice. */
  told: z.record(z.string().max(20), z.string().max(LONGEST_TOLD)),
  counts: FeedbackCountsSchema.nullable(),
});
export type ScheduleRecord = z.infer<typeof ScheduleRecordSchema>;
