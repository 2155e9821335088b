import { INDICATORS } from '../../assessment/indicators.ts';
import { formatScore } from '../../assessment/round.ts';
import type { Answer } from '../answer.ts';
import { indicatorRow } from '../card-data/indicators.ts';
import { encodePostback } from '../postback.ts';
import { cardReply } from './card-reply.ts';
import { inPublishedYear, otherYears } from './in-published-year.ts';

/** "ขอทุกตัวชี้วัดเลย": all ten with bars. */
export const scoreList: Answer<'score_list'> = (slots, context) =>
  inPublishedYear(
    slots,
    context,
    (year) => encodePostback('score_list', { year }),
    (assessment, data) => {
      const indicators = INDICATORS.map(({ no }) => indicatorRow(assessment, no));
      return cardReply(context, 'indicators', {
        ...data,
        indicators,
        spoken: indicators
          .map(({ no, name, score }) => `${no}. ${name} ${score === null ? 'ไม่มีคะแนน' : formatScore(score)}`)
          .join(', '),
        otherYears: otherYears(context, assessment.fiscalYear),
      });
    },
  );
