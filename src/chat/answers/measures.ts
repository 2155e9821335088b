import { indicatorOf } from '../../assessment/indicators.ts';
import { answeringIndicator } from '../../measures/answering.ts';
import type { Measure } from '../../measures/measure.ts';
import type { AnswerContext, Reply } from '../answer.ts';
import { measureRow, visibleMeasures } from '../card-data/measures.ts';
import { pageOf } from '../card-data/page-of.ts';
import { sourceOf } from '../card-data/source.ts';
import { encodePostback } from '../postback.ts';
import type { Slots } from '../request.ts';
import { cardReply } from './card-reply.ts';
import { noSuchIndicator } from './indicator-score.ts';
import { oneMeasure } from './one-measure.ts';

const MEASURES_ON_A_CARD = 8;
const SOURCES_ON_A_CARD = 2;

/**
 * "มาตรการมีอะไรบ้าง": each with where it stands; if only one answers an indicator that is asked about, that one itself.
 * `note`: what has to be said before the list.
 */
export function measures(slots: Slots<'measures'>, context: AnswerContext, note: string | null = null): Reply {
  const { indicator, page } = slots;
  if (indicator !== undefined && !indicatorOf(indicator)) return noSuchIndicator(indicator, context);
  const year = yearMeant(slots, context);
  const about =
    [indicator === undefined ? '' : `ตัวชี้วัดที่ ${indicator}`, year === undefined ? '' : `ปีงบประมาณ ${year}`]
      .join(' ')
      .trim() || 'ทุกปี';
  // Of several years the newest come first: they are what is being done now.
  const chosen = ofYear(year, context)
    .filter((measure) => indicator === undefined || answersIndicator(measure, indicator, context))
    .toSorted((a, b) => b.fiscalYear - a.fiscalYear || a.no - b.no);
  if (chosen.length === 0) return cardReply(context, 'no-measures', { about });

  const [only] = chosen;
  if (indicator !== undefined && only && chosen.length === 1) return oneMeasure(only, context);

  const shown = pageOf(chosen, page, MEASURES_ON_A_CARD, 'มาตรการ', (next) =>
    encodePostback('measures', {
      ...(indicator === undefined ? {} : { indicator }),
      ...(year === undefined ? {} : { year }),
      page: next,
    }),
  );
  const promised = new Set(shown.rows.map((measure) => measure.promisedIn));
  return cardReply(context, 'measures', {
    about,
    note,
    rows: shown.rows.map(measureRow),
    more: shown.more,
    total: shown.total,
    spoken: shown.rows.map(({ no, title }) => `${no}. ${title}`).join(', '),
    sources: context.knowledge.assessments
      .filter((assessment) => promised.has(assessment.fiscalYear))
      .slice(-SOURCES_ON_A_CARD)
      .map(sourceOf),
  });
}

/** The year said, or the newest that has measures; with an indicator and no year, every year. */
function yearMeant(slots: Slots<'measures'>, context: AnswerContext): number | undefined {
  const newest = visibleMeasures(context.knowledge).at(-1)?.fiscalYear;
  if (slots.year !== undefined) return slots.year;
  if (slots.year_rel === 'latest') return newest;
  if (slots.year_rel !== undefined) return context.currentFiscalYear - (slots.year_rel === 'previous' ? 1 : 0);
  return slots.indicator === undefined ? newest : undefined;
}

/** Carried out in that year, or promised by that year's result: people mean either. */
function ofYear(year: number | undefined, { knowledge }: AnswerContext): readonly Measure[] {
  return visibleMeasures(knowledge).filter(
    (measure) => year === undefined || measure.fiscalYear === year || measure.promisedIn === year,
  );
}

function answersIndicator(measure: Measure, no: number, { knowledge }: AnswerContext): boolean {
  const results = knowledge.assessments.filter(
    ({ fiscalYear }) => measure.promisedIn === null || fiscalYear === measure.promisedIn,
  );
  const items = results.flatMap((result) => result.items);
  return answeringIndicator([measure], no, items).length > 0;
}
