import { z } from 'zod';

/** What a person may choose to get: a new result, what the agency did about what people said with urgent news, the work digest of staff. */
export const TOPICS = ['results', 'news', 'digest'] as const;
export type Topic = (typeof TOPICS)[number];

/** One choice, and the time of the LINE event that made it (ms since 1970). `wanted` null: taken back by following anew or leaving. */
const ChoiceSchema = z.strictObject({ wanted: z.boolean().nullable(), atMs: z.int().nonnegative() });

/** A LINE user the agency has to remember something about. Stored under the LINE user id. Who works here: `staff-member.ts`. */
export const PersonSchema = z.strictObject({
  /** True between `follow` and `unfollow`: only then may anything be pushed. */
  following: z.boolean(),
  /** What was chosen; left out: nothing was said about it. Citizens get only what they said yes to, staff what they did not say no to. */
  wants: z.partialRecord(z.enum(TOPICS), ChoiceSchema),
  /** Time of the newest LINE event that decided `following` (ms since 1970): events can arrive late and out of order. */
  changedAtMs: z.int().nonnegative(),
  /** When this server wrote it down (ms since 1970): what is on its way asks who changed their mind since it was planned. */
  recordedAtMs: z.int().nonnegative(),
});
export type Person = z.infer<typeof PersonSchema>;
