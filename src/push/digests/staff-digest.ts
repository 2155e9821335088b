import { agencyNames, type AgencyNames } from '../../agency/agency-names.ts';
import { divisionName } from '../../agency/division.ts';
import { fiscalYearOf } from '../../assessment/fiscal-year.ts';
import { indicatorOf } from '../../assessment/indicators.ts';
import type { WaitingFeedback } from '../../feedback/waiting-feedback.ts';
import { isLate, isWorkOf } from '../../measures/standing.ts';
import type { Facts } from './facts.ts';
import type { NewFeedback } from './feedback-since.ts';
import { byUrgency, measureLine, type MeasureLine } from './measure-line.ts';

/** Days ahead of its day at which a measure is told to be due. */
const SOON_DAYS = 30;
const DAY_MS = 86_400_000;
const MEASURES_ON_A_CARD = 4;
const INDICATORS_ON_A_CARD = 4;

/** What a division has to know this week: the data of the card `push-staff-digest`. */
interface StaffDigest {
  readonly division: string;
  readonly measures: readonly MeasureLine[];
  readonly moreMeasures: number;
  readonly late: number;
  readonly due: number;
  /** Answers to the whole agency by indicator, new since the last digest or since the beginning of `sinceYear`. */
  readonly fresh: readonly { readonly no: number; readonly name: string; readonly n: number }[];
  readonly sinceYear: number | null;
  /** What waits for an answer, see `WaitingFeedback`; `nobodys`: null with `own`. */
  readonly waiting: number;
  readonly own: number | null;
  readonly nobodys: number | null;
  readonly left: number;
  /** The fiscal year before. */
  readonly lastYear: number;
}

interface FeedbackNews {
  readonly fresh: NewFeedback;
  readonly waiting: WaitingFeedback;
}

/** What a division has to look after now: late, or due within 30 days; the most urgent first. */
export function duesOf({ measures, now }: Facts, division: string | null): readonly MeasureLine[] {
  const until = new Date(now.getTime() + SOON_DAYS * DAY_MS);
  return measures
    .filter((measure) => isWorkOf(measure, division) && isLate(measure, until))
    .map((measure) => measureLine(measure, now))
    .sort(byUrgency);
}

/** The digest of one division (null: of those who work for the whole agency); null if there is nothing to say. */
export function staffDigest(facts: Facts, division: string | null, { fresh, waiting }: FeedbackNews): object | null {
  const lines = duesOf(facts, division);
  if (lines.length === 0 && fresh.about.length === 0 && waiting.all === 0) return null;
  const late = lines.filter((line) => line.late).length;
  return {
    ...agencyNames(facts),
    division: divisionName(facts.agency, division),
    measures: lines.slice(0, MEASURES_ON_A_CARD),
    moreMeasures: Math.max(0, lines.length - MEASURES_ON_A_CARD),
    late,
    due: lines.length - late,
    fresh: fresh.about
      .slice(0, INDICATORS_ON_A_CARD)
      .map(({ indicator, n }) => ({ no: indicator, name: indicatorOf(indicator)?.name ?? '', n })),
    sinceYear: fresh.sinceYear,
    waiting: waiting.all,
    own: waiting.own,
    nobodys: waiting.own === null ? null : waiting.all - waiting.own,
    left: waiting.left,
    lastYear: fiscalYearOf(facts.now) - 1,
  } satisfies StaffDigest & AgencyNames;
}
