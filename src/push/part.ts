import { z } from 'zod';

/** How one call ended, as far as we can know. `waiting`: not tried yet, or to be tried again with the same key. */
const CALL_STATES = [
  ...(['waiting', 'sent', 'accepted-before', 'refused', 'unknown', 'expired', 'left-out'] as const),
] as const;

/** One call to LINE. What it sends is in the part's bodies and never changed once it has been tried: its retry key stands for exactly that. */
const CallSchema = z.strictObject({
  endpoint: z.enum(['push', 'multicast']),
  /** How many people it goes to. */
  people: z.int().nonnegative(),
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
  calls: z.array(CallSchema).min(1).max(50),
});
export type Part = z.infer<typeof PartSchema>;

/**
 * What a part sends: the request body of each of its calls. Apart from the part, because it is large and never changes, while the part is
 * written with every try. Same id; there only as long as the part is open.
 */
export const PartBodiesSchema = z.strictObject({ bodies: z.array(z.string()).min(1).max(50) });
export type PartBodies = z.infer<typeof PartBodiesSchema>;

/** The document id of a part. */
export function partId(push: string, no: number): string {
  return `${push}-${String(no).padStart(6, '0')}`;
}
