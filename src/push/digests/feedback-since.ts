import { INDICATORS } from '../../assessment/indicators.ts';
import { tally } from '../../feedback/tally.ts';
import type { AgencyStore } from '../../store/port.ts';
import type { FeedbackCounts } from '../schedule-record.ts';

/** Counts the answers of a round by indicator: 40 counts, no document is read. */
export async function countFeedback(store: AgencyStore, fiscalYear: number): Promise<FeedbackCounts> {
  const counted = await Promise.all(
    INDICATORS.map(async ({ no }) => [`i${no}`, (await tally(store, { fiscalYear, indicator: no })).n] as const),
  );
  return { fiscalYear, about: Object.fromEntries(counted) };
}

/** Answers that have not been told of. */
export interface NewFeedback {
  /** How many by indicator, most first. */
  readonly about: readonly { readonly indicator: number; readonly n: number }[];
  /** The fiscal year since whose beginning they are counted, where none of them has been told of; null: since the last digest. */
  readonly sinceYear: number | null;
}

/** What has come since `before`; without one of the same round, everything since that began. */
export function newSince(now: FeedbackCounts, before: FeedbackCounts | undefined): NewFeedback {
  const known = before?.fiscalYear === now.fiscalYear ? before.about : undefined;
  const about = Object.entries(now.about)
    .map(([key, count = 0]) => ({ indicator: Number(key.slice(1)), n: count - (known?.[key] ?? 0) }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n || a.indicator - b.indicator);
  return { about, sinceYear: known === undefined ? now.fiscalYear : null };
}
