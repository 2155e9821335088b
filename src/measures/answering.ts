import type { Assessment } from '../assessment/assessment.ts';
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
