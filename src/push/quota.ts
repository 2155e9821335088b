import { z } from 'zod';

/** Something that a manager sent and LINE did not take, or not all of it. */
const FailedSchema = z.strictObject({
  kind: z.enum(['results', 'urgent']),
  plannedAtMs: z.int().nonnegative(),
  /** Whether it may have reached anybody. */
  reachedSome: z.boolean(),
});
export type Failed = z.infer<typeof FailedSchema>;

/** What the agency itself knows of a month's quota. Stored under the month, `2026-11`. */
export const QuotaSchema = z.strictObject({
  /** People in all pushes that were let through this month. */
  planned: z.int().nonnegative(),
  /** Those of them whose push is not done yet. */
  open: z.int().nonnegative(),
  /** Messages that went out otherwise, as far as LINE's figure has shown: by the account's own manager, or another program. */
  others: z.int().nonnegative().default(0),
  /** The month's limit as LINE named it last; null: none. */
  limit: z.int().nonnegative().nullable().default(null),
  /** When LINE said that the month's limit is reached; null: it has not. */
  reachedAtMs: z.int().nonnegative().nullable(),
  /** The newest that failed, as long as none of its kind has gone out since; null: none. */
  failed: FailedSchema.nullable().default(null),
});
export type Quota = z.infer<typeof QuotaSchema>;

export const UNUSED_QUOTA: Quota = { planned: 0, open: 0, others: 0, limit: null, reachedAtMs: null, failed: null };

/** What LINE says: messages a month (null: no limit) and how many are used, also by the account's own manager. `used` is approximate. */
export interface LineQuota {
  readonly limit: number | null;
  readonly used: number;
}

/** What a push may use. All numbers are people, which is what LINE counts. */
export interface Room {
  readonly limit: number | null;
  readonly used: number;
  /** Kept for answers and urgent news. */
  readonly reserve: number;
  /** For this push; Infinity without a limit. */
  readonly left: number;
  /** LINE has said that nothing more can be sent this month, whatever the figures are. */
  readonly over: boolean;
}

/** For how long LINE's word counts that the month's limit is reached (ms): it also says so for a while if it has set messages aside. */
const REACHED_FOR_MS = 86_400_000;

/**
 * What is known of a month once LINE has said this: the figure lags behind, but others have used at least what is not ours in it. Never
 * more than all of it: early in a month it may still have been last month's.
 */
export function heard(own: Quota, line: LineQuota): Quota {
  return { ...own, others: Math.min(line.used, Math.max(own.others, line.used - own.planned)), limit: line.limit };
}

/** True while LINE's word counts that nothing more can be sent: a day at most, and not once it names another limit. */
export function isReached({ reachedAtMs, limit }: Quota, nowMs: number, line?: LineQuota): boolean {
  if (reachedAtMs === null || nowMs - reachedAtMs >= REACHED_FOR_MS) return false;
  return line === undefined || limit === null || line.limit === limit;
}

/**
 * How much room a month has for a push. LINE's figure lags behind, so what was planned, what others have used and what is still on its
 * way count as used, too: rather a message less than one over the limit.
 */
export function roomIn(
  line: LineQuota,
  own: Quota,
  { reserve: share, urgent, nowMs }: { readonly reserve: number; readonly urgent: boolean; readonly nowMs: number },
): Room {
  const used = Math.max(line.used + own.open, own.planned + heard(own, line).others);
  if (line.limit === null) return { limit: null, used, reserve: 0, left: Infinity, over: false };
  const reserve = Math.ceil(line.limit * share);
  const over = isReached(own, nowMs, line);
  const left = over ? 0 : Math.max(0, line.limit - used - (urgent ? 0 : reserve));
  return { limit: line.limit, used, reserve, left, over };
}
