import { z } from 'zod';

/** A LINE user the agency has to remember something about. Stored under the LINE user id. Who works here: `staff-member.ts`. */
export const PersonSchema = z.strictObject({
  /** True between `follow` and `unfollow`: only then may anything be pushed. */
  following: z.boolean(),
  /** Wants news; false after `หยุดรับ`. */
  subscribed: z.boolean(),
  /** Time of the newest LINE event that changed this record (ms since 1970): events can arrive late and out of order. */
  changedAtMs: z.int().nonnegative(),
});
export type Person = z.infer<typeof PersonSchema>;
