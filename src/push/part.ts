import { z } from 'zod';

/** How one call ended, as far as we can know. `waiting`: not tried yet, or to be tried again with the same key. */
const CALL_STATES = [
  ...(['waiting', 'sent', 'accepted-before', 'refused', 'unknown', 'expired', 'left-out'] as const),
] as const;

/** Letters of a LINE user id. Their shape is checked where people are taken in; looked at again for each of 500 here it costs most of a part. */
const USER_ID = 33;

/** One call to LINE. What it sends is never changed once it has been tried, because its retry key stands for exactly that. */
const CallSchema = z.strictObject({
  /** LINE user ids; one: a push, several (2–500): a multicast. Emptied when it is known how the call ended. */
  to: z.array(z.string().length(USER_ID)).max(500),
  /** How many people that were. */
  people: z.int().nonnegative(),
  /** Which of the part's messages. */
  says: z.int().nonnegative(),
  /** `X-Line-Retry-Key`, derived from push, part and call. */
  retryKey: z.uuid(),
  state: z.enum(CALL_STATES),
  /** True if a try broke when LINE may already have taken it: then the end is unknown, not refused. */
  unclear: z.boolean(),
  /** LINE's reason for a refusal. */
  why: z.string().max(200).nullable(),
});
export type Call = z.infer<typeof CallSchema>;

/** Some calls of a push, claimed and settled together. Id: `{push}-{no, six digits}`. */
export const PartSchema = z.strictObject({
  push: z.string().min(1).max(80),
  no: z.int().nonnegative(),
  /** Open while a call of it is waiting. */
  state: z.enum(['open', 'closed']),
  /** When somebody may take it (ms since 1970); while somebody works on it: when their lease is over. */
  dueAtMs: z.int().nonnegative(),
  /** Who holds the lease; null: nobody. */
  holder: z.string().max(60).nullable(),
  /** Tries that came to an end; a server that died in the middle of one does not count. */
  tries: z.int().nonnegative(),
  /** When the first try began: LINE forgets retry keys 24 hours later. Null: never tried. */
  firstTryAtMs: z.int().nonnegative().nullable(),
  /** JSON arrays of 1–5 messages. */
  messages: z.array(z.string().min(2).max(60_000)).min(1).max(50),
  calls: z.array(CallSchema).min(1).max(50),
});
export type Part = z.infer<typeof PartSchema>;

/** The document id of a part. */
export function partId(push: string, no: number): string {
  return `${push}-${String(no).padStart(6, '0')}`;
}
