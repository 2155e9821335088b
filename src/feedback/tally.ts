import { feedback } from '../store/collections.ts';
import type { AgencyStore, Scalar } from '../store/port.ts';
import { CHANNELS, type Feedback } from './feedback.ts';
import { SCORES } from './scale.ts';

/** Which answers of a round are counted: all, or those of one group. At most one of the group's names may be given. */
export interface TallyFilter {
  readonly fiscalYear: number;
  /** 1–10. */
  readonly indicator?: number;
  /** A reason code, see reasons.ts. */
  readonly topic?: string;
  /** Name of the service point; null: the general form. */
  readonly point?: string | null;
  readonly channel?: Feedback['channel'];
  /** ISO week `2026-W47`. */
  readonly week?: string;
}

/** How many answered what. Hidden answers count: it is their words that are hidden. */
export interface Tally {
  readonly n: number;
  /** Answers per step, in the order of SCALE (worst first). */
  readonly counts: readonly number[];
  /** Share per step, 0–1; all 0 if nobody answered. */
  readonly shares: readonly number[];
  /** Mean of the steps' points, 0–100; null if nobody answered. */
  readonly mean: number | null;
}

/** Counts a group by aggregation, without reading its documents: 4 counts (8 for a whole round). */
export async function tally(store: AgencyStore, filter: TallyFilter): Promise<Tally> {
  const { fiscalYear } = filter;
  const group = groupOf(filter);
  // A whole round is the sum of its channels, so it needs no index of its own.
  const groups = group === undefined ? CHANNELS.map((channel) => ({ channel })) : [group];
  const counts = await Promise.all(
    SCORES.map(async (score) => {
      const parts = await Promise.all(groups.map((one) => store.count(feedback, { fiscalYear, score, ...one })));
      return parts.reduce((sum, part) => sum + part, 0);
    }),
  );
  return tallyOf(counts);
}

/** The tally of known counts per step (worst first). */
export function tallyOf(counts: readonly number[]): Tally {
  const n = counts.reduce((sum, count) => sum + count, 0);
  const points = counts.reduce((sum, count, step) => sum + count * (SCORES[step] ?? 0), 0);
  return { n, counts, shares: counts.map((count) => (n === 0 ? 0 : count / n)), mean: n === 0 ? null : points / n };
}

function groupOf({ indicator, topic, point, channel, week }: TallyFilter): Record<string, Scalar> | undefined {
  if (indicator !== undefined) return { [`about.i${indicator}`]: true };
  if (topic !== undefined) return { [`why.${topic}`]: true };
  if (point !== undefined) return { point };
  if (channel !== undefined) return { channel };
  return week === undefined ? undefined : { week };
}
