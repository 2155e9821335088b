import { fiscalYearOf } from '../assessment/fiscal-year.ts';
import { weeksUpTo } from '../feedback/bangkok-week.ts';
import { tally, tallyOf, type Tally } from '../feedback/tally.ts';
import type { AgencyStore } from '../store/port.ts';
import type { Trend } from './digests/manager-digest.ts';

const WEEKS_COMPARED = 4;

/** Answers of the last four weeks and of the four before, by counting. */
export async function feedbackTrend(store: AgencyStore, now: Date): Promise<Trend> {
  const weeks = weeksUpTo(now, 2 * WEEKS_COMPARED);
  const year = fiscalYearOf(now);
  const counted = await Promise.all(weeks.map((week) => inRounds(store, [year - 1, year], week)));
  const sum = (some: readonly Tally[]): Tally =>
    tallyOf([0, 1, 2, 3].map((step) => some.reduce((total, { counts }) => total + (counts[step] ?? 0), 0)));
  return { now: sum(counted.slice(0, WEEKS_COMPARED)), before: sum(counted.slice(WEEKS_COMPARED)) };
}

async function inRounds(store: AgencyStore, years: readonly number[], week: string): Promise<Tally> {
  const all = await Promise.all(years.map((fiscalYear) => tally(store, { fiscalYear, week })));
  return tallyOf([0, 1, 2, 3].map((step) => all.reduce((total, { counts }) => total + (counts[step] ?? 0), 0)));
}
