import type { Measure } from './measure.ts';

/** Measures the public may see: added by hand, or promised by the report of a year that is published. */
export function measuresOfPublished(
  measures: readonly Measure[],
  publishedYears: readonly number[],
): readonly Measure[] {
  return measures.filter(({ promisedIn }) => promisedIn === null || publishedYears.includes(promisedIn));
}
