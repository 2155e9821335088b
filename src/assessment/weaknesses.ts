import type { Assessment } from './assessment.ts';
import { indicatorWeaknesses } from './weaknesses/indicators.ts';
import { instrumentWeaknesses } from './weaknesses/instruments.ts';
import { itemWeaknesses } from './weaknesses/items.ts';
import type { Weakness } from './weaknesses/weakness.ts';

export type { Weakness } from './weaknesses/weakness.ts';

export interface WeaknessOptions {
  /** The assessment of an earlier year, for drops; one that is not earlier is ignored. */
  readonly previous?: Assessment | undefined;
  /** At most this many; all if left out. */
  readonly limit?: number | undefined;
}

/**
 * What the agency should work on, most urgent first: whatever is under the target, then the three lowest indicators, items
 * named in the report, instruments under the next level's bar, drops, and the other indicators under the overall score.
 * The order does not depend on the order of the input. Empty if nothing is known or nothing is weak.
 */
export function findWeaknesses(
  assessment: Assessment,
  { previous, limit = Number.POSITIVE_INFINITY }: WeaknessOptions = {},
): readonly Weakness[] {
  const key = (weakness: Weakness): string =>
    `${weakness.kind}:${String(weakness.indicator ?? 0).padStart(2, '0')}:${weakness.item ?? ''}:${weakness.instrument}`;
  const before = previous !== undefined && previous.fiscalYear < assessment.fiscalYear ? previous : undefined;
  return [
    ...indicatorWeaknesses(assessment, before),
    ...itemWeaknesses(assessment),
    ...instrumentWeaknesses(assessment, before),
  ]
    .sort((a, b) => b.weight - a.weight || (key(a) < key(b) ? -1 : 1))
    .slice(0, Math.max(0, limit));
}
