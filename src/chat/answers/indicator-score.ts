import { indicatorOf, INDICATORS } from '../../assessment/indicators.ts';
import type { Answer, AnswerContext, Reply } from '../answer.ts';
import { corrections, spokenScore } from '../card-data/figure.ts';
import { indicatorFigure, indicatorRow } from '../card-data/indicators.ts';
import { itemRow, sortedItems } from '../card-data/items.ts';
import { answeringIndicator } from '../../measures/answering.ts';
import { measureRow, measuresAfterResult } from '../card-data/measures.ts';
import { pageOf } from '../card-data/page-of.ts';
import { encodePostback } from '../postback.ts';
import { cardReply } from './card-reply.ts';
import { inPublishedYear, otherYears } from './in-published-year.ts';

const ITEMS_ON_A_CARD = 8;
const MEASURES_ON_A_CARD = 5;

/** "ตัวชี้วัดที่ 4": score, what it means, its items and what is being done. */
export const indicatorScore: Answer<'indicator_score'> = (slots, context) => {
  const info = indicatorOf(slots.indicator);
  if (!info) return noSuchIndicator(slots.indicator, context);
  const { no } = info;
  return inPublishedYear(
    slots,
    context,
    (year) => encodePostback('indicator_score', { indicator: no, year }),
    (assessment, data) => {
      const row = indicatorRow(assessment, no);
      const year = assessment.fiscalYear;
      const items = pageOf(
        sortedItems(assessment).filter((item) => item.indicator === no),
        slots.page,
        ITEMS_ON_A_CARD,
        'ข้อ',
        (page) => encodePostback('indicator_score', { indicator: no, year, page }),
      );
      const measures = answeringIndicator(measuresAfterResult(context.knowledge, assessment), no, assessment.items);
      return cardReply(context, 'indicator', {
        ...data,
        ...row,
        spoken: spokenScore(row.score),
        corrections: corrections(assessment, `indicator:${no}`, indicatorFigure(assessment, no)),
        instrument: info.instrument,
        about: info.measures,
        matters: info.matters,
        items: items.rows.map((item) => itemRow(assessment, item)),
        more: items.more,
        measures: measures.slice(0, MEASURES_ON_A_CARD).map(measureRow),
        moreMeasures: measures.length > MEASURES_ON_A_CARD,
        otherYears: otherYears(context, year),
      });
    },
  );
};

/** For a number outside 1–10: which there are. */
export function noSuchIndicator(asked: number, context: AnswerContext): Reply {
  return cardReply(context, 'no-such-indicator', {
    asked,
    indicators: INDICATORS.map(({ no, name }) => ({
      no,
      name,
      data: encodePostback('indicator_score', { indicator: no }),
    })),
  });
}
