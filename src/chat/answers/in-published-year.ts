import type { Assessment } from '../../assessment/assessment.ts';
import type { AnswerContext, Reply } from '../answer.ts';
import { sourceOf, type SourceShown } from '../card-data/source.ts';
import { publishedYear, type YearAsked } from '../published-year.ts';
import { cardReply } from './card-reply.ts';

/** What every card about a published result shows, whatever else is on it. */
export interface ResultData {
  readonly year: number;
  readonly source: SourceShown;
  /** Why another year is shown than was asked for. */
  readonly note: string | null;
}

/** At most this many years are offered as buttons. */
const YEARS_OFFERED = 4;

/**
 * Answers from the result that is meant, or says kindly that there is none and which years there are. `askAgain` makes
 * the postback data of the same question about another year.
 */
export function inPublishedYear(
  asked: YearAsked,
  context: AnswerContext,
  askAgain: (year: number) => string,
  answer: (assessment: Assessment, data: ResultData) => Reply,
): Reply {
  const found = publishedYear(asked, context.knowledge.assessments, context.currentFiscalYear);
  if (found.kind === 'found') {
    const { assessment, note } = found;
    return answer(assessment, { year: assessment.fiscalYear, source: sourceOf(assessment), note });
  }
  if (found.years.length === 0) return cardReply(context, 'nothing-published');
  return cardReply(context, 'year-not-published', {
    asked: found.asked,
    spoken: found.years.toReversed().join(', '),
    years: found.years.slice(0, YEARS_OFFERED).map((year, index) => ({
      first: index === 0,
      year,
      data: askAgain(year),
      said: `ปี ${year}`,
    })),
  });
}

/** The newest published years other than `year`, for quick replies. */
export function otherYears({ knowledge }: AnswerContext, year: number): readonly number[] {
  return knowledge.assessments
    .map((assessment) => assessment.fiscalYear)
    .filter((other) => other !== year)
    .toReversed()
    .slice(0, 2);
}
