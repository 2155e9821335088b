import type { Assessment } from '../assessment/assessment.ts';
import { findWeaknesses, type Weakness } from '../assessment/weaknesses.ts';
import { weightOf } from '../assessment/weaknesses/weight.ts';
import { answeringIndicator, measuresAfter } from './answering.ts';
import type { Measure } from './measure.ts';

/**
 * What the newest published result, `result`, names as weak and no measure answers, most urgent first: items that the report says
 * should be improved, and indicators that are under the target or among the three lowest. Indicators that are only under the
 * agency's own overall score, and whole instruments, are no task for one measure. A measure that was stopped, or goes on as another
 * of the next year, answers nothing; an item whose indicator is listed is not listed besides.
 */
export function uncoveredWeaknesses(result: Assessment, measures: readonly Measure[]): readonly Weakness[] {
  const acting = measuresAfter(measures, result.fiscalYear, undefined).filter(
    ({ status, carriedTo }) => status !== 'stopped' && carriedTo === null,
  );
  const open = findWeaknesses(result).filter(
    (weakness) => callsForMeasure(weakness) && !isAnswered(weakness, acting, result.items),
  );
  const indicators = new Set(open.flatMap(({ kind, indicator }) => (kind === 'indicator' ? [indicator] : [])));
  return open.filter(({ kind, indicator }) => kind !== 'item' || !indicators.has(indicator));
}

function callsForMeasure({ kind, weight }: Weakness): boolean {
  return kind === 'item' || (kind === 'indicator' && weight >= weightOf('lowest-indicator', 0));
}

function isAnswered({ item, indicator }: Weakness, measures: readonly Measure[], items: Assessment['items']): boolean {
  if (item === null) return indicator !== null && answeringIndicator(measures, indicator, items).length > 0;
  return measures.some(
    (measure) => measure.items.includes(item) || (indicator !== null && measure.indicators.includes(indicator)),
  );
}
