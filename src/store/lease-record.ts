import { z } from 'zod';

/** Who may do a piece of work now, so that not several servers do it at once. */
export const LeaseRecordSchema = z.strictObject({
  /** Made up for one go at the work: says nothing about a server or a person. */
  holder: z.string().min(1).max(100),
  /** Past this (ms since 1970) anybody may take it. */
  untilMs: z.int().nonnegative(),
});
export type LeaseRecord = z.infer<typeof LeaseRecordSchema>;
