import { INSTRUMENTS } from '../../assessment/assessment.ts';
import { framework } from '../../assessment/framework.ts';
import { INSTRUMENT_INFO } from '../../assessment/instruments.ts';
import type { Answer } from '../answer.ts';
import { corrections, shown, spokenScore } from '../card-data/figure.ts';
import { indicatorRow } from '../card-data/indicators.ts';
import { encodePostback } from '../postback.ts';
import { cardReply } from './card-reply.ts';
import { inPublishedYear } from './in-published-year.ts';

/** "EIT ได้เท่าไร": one of the three parts, with its indicators. */
export const instrumentScore: Answer<'instrument_score'> = (slots, context) => {
  const { code, name, asks, weight, indicators } = INSTRUMENT_INFO[slots.instrument];
  return inPublishedYear(
    slots,
    context,
    (year) => encodePostback('instrument_score', { instrument: code, year }),
    (assessment, data) => {
      const figure = assessment.instruments[code];
      const { score, mark } = shown(figure);
      return cardReply(context, 'instrument', {
        ...data,
        code,
        name,
        asks,
        weight: framework(assessment.fiscalYear).weightsConfirmed ? weight : null,
        score,
        mark,
        spoken: spokenScore(score),
        corrections: corrections(assessment, `instrument:${code}`, figure),
        indicators: indicators.map((no) => indicatorRow(assessment, no)),
        others: INSTRUMENTS.filter((other) => other !== code),
      });
    },
  );
};
