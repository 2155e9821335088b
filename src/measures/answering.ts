import type { Assessment } from '../assessment/assessment.ts';
import type { Weakness } from '../assessment/weaknesses.ts';
import type { Measure } from './measure.ts';

/** Of `measures` those that answer an indicator, directly or through one of its items. `items`: of the result it is about. */
export function answeringIndicator(
  measures: readonly Measure[],
  no: number,
  items: Assessment['items'],
): readonly Measure[] {
  const codes = new Set(items.filter((item) => item.indicator === no).map((item) => item.code));
  return measures.filter((measure) => measure.indicators.includes(no) || measure.items.some((code) => codes.has(code)));
}

/**
 * What the result of `year` led to: promised in its report, or added by hand for a year after it, up to the year whose result is
 * the next one published (`next`; undefined: there is none yet).
 */
export function measuresAfter(
  measures: readonly Measure[],
  year: number,
  next: number | undefined,
): readonly Measure[] {
  return measures.filter(({ promisedIn, fiscalYear }) =>
    promisedIn === null ? fiscalYear > year && (next === undefined || fiscalYear <= next) : promisedIn === year,
  );
}

/**
 * Whether one of `measures` answers what the newest published `result` names as weak: an item also through its indicator, an indicator
 * also through one of its items. A measure that was stopped, or goes on as another of the next year, answers nothing; whole instruments
 * are answered by none.
 */
export function isAnswered(
  { item, indicator }: Pick<Weakness, 'item' | 'indicator'>,
  result: Assessment,
  measures: readonly Measure[],
): boolean {
  const acting = measuresAfter(measures, result.fiscalYear, undefined).filter(
    ({ status, carriedTo }) => status !== 'stopped' && carriedTo === null,
  );
  if (item === null) return indicator !== null && answeringIndicator(acting, indicator, result.items).length > 0;
  return acting.some(
    (measure) => measure.items.includes(item) || (indicator !== null && measure.indicators.includes(indicator)),
  );
}
