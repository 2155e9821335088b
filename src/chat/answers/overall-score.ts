import { INSTRUMENTS } from '../../assessment/assessment.ts';
import { indicatorOf } from '../../assessment/indicators.ts';
import { INSTRUMENT_INFO } from '../../assessment/instruments.ts';
import { rankIndicators } from '../../assessment/ranking.ts';
import type { Answer } from '../answer.ts';
import { corrections, shown, spokenScore } from '../card-data/figure.ts';
import { levelWords } from '../card-data/level.ts';
import { encodePostback } from '../postback.ts';
import { cardReply } from './card-reply.ts';
import { inPublishedYear, otherYears } from './in-published-year.ts';

/** "คะแนนรวมเท่าไหร่": the whole result on one card. */
export const overallScore: Answer<'overall_score'> = (slots, context) =>
  inPublishedYear(
    slots,
    context,
    (year) => encodePostback('overall_score', { year }),
    (assessment, data) => {
      const overall = shown(assessment.overall);
      const level = levelWords(assessment);
      const ends = (['lowest', 'highest'] as const).map((end) => {
        const [first] = rankIndicators(assessment, end);
        if (!first) return null;
        const tied = first.sharedBy > 1 ? ` (เท่ากัน ${first.sharedBy} ตัวชี้วัด)` : '';
        return { no: first.no, name: indicatorOf(first.no)?.name ?? '', score: first.score, tied };
      });
      return cardReply(context, 'overview', {
        ...data,
        ...overall,
        level,
        spoken: [spokenScore(overall.score), level].filter((word) => word !== null).join(' '),
        corrections: corrections(assessment, 'overall', assessment.overall),
        instruments: INSTRUMENTS.map((code) => ({
          code,
          name: INSTRUMENT_INFO[code].short,
          ...shown(assessment.instruments[code]),
        })),
        lowest: ends[0],
        highest: ends[1],
        otherYears: otherYears(context, assessment.fiscalYear),
      });
    },
  );
