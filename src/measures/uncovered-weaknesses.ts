import type { Assessment } from '../assessment/assessment.ts';
import { findWeaknesses, type Weakness } from '../assessment/weaknesses.ts';
import { weightOf } from '../assessment/weaknesses/weight.ts';
import { isAnswered } from './answering.ts';
import type { Measure } from './measure.ts';

/**
 * What the newest published result, `result`, names as weak and no measure answers, most urgent first: items that the report says
 * should be improved, and indicators that are under the target or among the three lowest. Indicators that are only under the
 * agency's own overall score, and whole instruments, are no task for one measure. An item whose indicator is listed is not listed
 * besides.
 */
export function uncoveredWeaknesses(result: Assessment, measures: readonly Measure[]): readonly Weakness[] {
  const open = findWeaknesses(result).filter(
    (weakness) => callsForMeasure(weakness) && !isAnswered(weakness, result, measures),
  );
  const indicators = new Set(open.flatMap(({ kind, indicator }) => (kind === 'indicator' ? [indicator] : [])));
  return open.filter(({ kind, indicator }) => kind !== 'item' || !indicators.has(indicator));
}

function callsForMeasure({ kind, weight }: Weakness): boolean {
  return kind === 'item' || (kind === 'indicator' && weight >= weightOf('lowest-indicator', 0));
}
