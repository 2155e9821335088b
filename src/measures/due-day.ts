import { BUDDHIST_ERA } from '../bangkok-time.ts';

/** Why a due day is questioned before it is taken: it is over, or not in the measure's fiscal year. */
export type DayDoubt = 'past' | 'outside-year';

/** First and last day of a fiscal year, Christian era: 2570 is `2026-10-01` to `2027-09-30`. */
export function daysOfYear(fiscalYear: number): { readonly first: string; readonly last: string } {
  const year = fiscalYear - BUDDHIST_ERA;
  return { first: `${year - 1}-10-01`, last: `${year}-09-30` };
}

/** What is doubtful about `day` (`2026-11-22`) as the due day of a measure of `fiscalYear`, seen on the day `today`. */
export function doubtsAbout(day: string, fiscalYear: number, today: string): readonly DayDoubt[] {
  const { first, last } = daysOfYear(fiscalYear);
  return [
    ...(day < today ? (['past'] as const) : []),
    ...(day < first || day > last ? (['outside-year'] as const) : []),
  ];
}
