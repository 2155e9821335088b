import { z } from 'zod';

/** What the agency itself knows of a month's quota. Stored under the month, `2026-11`. */
export const QuotaSchema = z.strictObject({
  /** People in all pushes that were let through this month. */
  planned: z.int().nonnegative(),
  /** Those of them whose push is not done yet. */
  open: z.int().nonnegative(),
  /** When LINE said that the month's limit is reached; null: it has not. */
  reachedAtMs: z.int().nonnegative().nullable(),
});
export type Quota = z.infer<typeof QuotaSchema>;

export const UNUSED_QUOTA: Quota = { planned: 0, open: 0, reachedAtMs: null };

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
}

/**
 * How much room a month has for a push. LINE's figure lags behind, so what was planned and what is still on its way count as
 * used, too: rather a message less than one over the limit.
 */
export function roomIn(line: LineQuota, own: Quota, reserveShare: number, urgent: boolean): Room {
  const used = Math.max(line.used + own.open, own.planned);
  if (line.limit === null) return { limit: null, used, reserve: 0, left: Infinity };
  const reserve = Math.ceil(line.limit * reserveShare);
  const left = own.reachedAtMs === null ? Math.max(0, line.limit - used - (urgent ? 0 : reserve)) : 0;
  return { limit: line.limit, used, reserve, left };
}
