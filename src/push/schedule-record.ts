import { z } from 'zod';

/** How many answers there were about each indicator when a digest was made: the next one tells the difference. */
const FeedbackCountsSchema = z.strictObject({
  fiscalYear: z.int(),
  /** `i1` … `i10`. */
  about: z.partialRecord(z.string().regex(/^i([1-9]|10)$/), z.int().nonnegative()),
});
export type FeedbackCounts = z.infer<typeof FeedbackCountsSchema>;

/** What has gone out by the calendar. Stored under the kind of push. */
export const ScheduleRecordSchema = z.strictObject({
  /** The newest occurrence that was dealt with, `2026-11-23T09:00`. */
  last: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/),
  atMs: z.int().nonnegative(),
  /** `nothing-new`: there was nothing to say, or nothing other than the last time. */
  outcome: z.enum(['sent', 'nothing-new', 'nobody', 'not-enough-left']),
  /** How many would have got it, and how many messages there were, if there were not enough. */
  missing: z.strictObject({ people: z.int(), left: z.int() }).nullable(),
  /** Digest of what each division was told last, so that the same is not told twice. */
  told: z.record(z.string().max(20), z.string().max(64)),
  counts: FeedbackCountsSchema.nullable(),
});
export type ScheduleRecord = z.infer<typeof ScheduleRecordSchema>;
