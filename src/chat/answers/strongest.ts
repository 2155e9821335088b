import { indicatorOf } from '../../assessment/indicators.ts';
import { formatScore } from '../../assessment/round.ts';
import { findStrengths } from '../../assessment/strengths.ts';
import type { Answer } from '../answer.ts';
import { indicatorRow } from '../card-data/indicators.ts';
import { encodePostback } from '../postback.ts';
import { cardReply } from './card-reply.ts';
import { inPublishedYear } from './in-published-year.ts';

/** "จุดเด่นของหน่วยงาน": the highest indicators. */
export const strongest: Answer<'strongest'> = (slots, context) =>
  inPublishedYear(
    slots,
    context,
    (year) => encodePostback('strongest', { ...(slots.n === undefined ? {} : { n: slots.n }), year }),
    (assessment, data) => {
      const year = assessment.fiscalYear;
      const strengths = findStrengths(assessment, slots.n);
      return cardReply(context, 'strengths', {
        ...data,
        rows: strengths.map(({ indicator, reason }) => {
          const { no, name, score, mark } = indicatorRow(assessment, indicator);
          return {
            name: `${no}. ${name}`,
            score,
            reason: mark === null ? reason : `${reason} · ${mark}`,
            data: encodePostback('indicator_score', { indicator: no, year }),
            said: `ตัวชี้วัดที่ ${no} ปี ${year}`,
          };
        }),
        spoken:
          strengths.map(({ indicator, score }) => `${indicatorOf(indicator)?.name} ${formatScore(score)}`).join(', ') ||
          'ไม่มีคะแนนในรายงาน',
      });
    },
  );
