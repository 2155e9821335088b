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

/** New answers by indicator since `before`, most first; in a new round all of them are new. */
export function newSince(
  now: FeedbackCounts,
  before: FeedbackCounts | undefined,
): readonly { readonly indicator: number; readonly n: number }[] {
  const known = before?.fiscalYear === now.fiscalYear ? before.about : {};
  return Object.entries(now.about)
    .map(([key, count = 0]) => ({ indicator: Number(key.slice(1)), n: count - (known[key] ?? 0) }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n || a.indicator - b.indicator);
}
