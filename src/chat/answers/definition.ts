import { INSTRUMENTS, type Instrument } from '../../assessment/assessment.ts';
import { framework } from '../../assessment/framework.ts';
import { indicatorByName, indicatorOf } from '../../assessment/indicators.ts';
import { INSTRUMENT_INFO } from '../../assessment/instruments.ts';
import type { Answer, AnswerContext, Reply } from '../answer.ts';
import { cardReply } from './card-reply.ts';
import { indicatorScore } from './indicator-score.ts';

/** Words that the card `about-word` explains. */
const WORDS: readonly string[] = ['ป.ป.ช.', 'ITAS', 'ปีงบประมาณ', 'ตัวชี้วัด'];

/** "ITA คืออะไร", "EIT คืออะไร": what it is and what it is not. */
export const definition: Answer<'definition'> = ({ term }, context) => {
  if (term === undefined || term.toUpperCase() === 'ITA') return cardReply(context, 'about-ita', { unknown: null });
  const code = INSTRUMENTS.find((instrument) => instrument === term.toUpperCase());
  if (code !== undefined) return aboutInstrument(code, context);
  const indicator = indicatorByName(term);
  if (indicator) return indicatorScore({ indicator: indicator.no }, context);
  if (WORDS.includes(term)) return cardReply(context, 'about-word', { word: term });
  return cardReply(context, 'about-ita', { unknown: term });
};

function aboutInstrument(instrument: Instrument, context: AnswerContext): Reply {
  const { code, name, asks, weight, indicators } = INSTRUMENT_INFO[instrument];
  const year = context.knowledge.assessments.at(-1)?.fiscalYear ?? context.currentFiscalYear;
  return cardReply(context, 'about-instrument', {
    code,
    name,
    asks,
    weight: framework(year).weightsConfirmed ? { percent: weight, year } : null,
    indicators: indicators.map((no) => ({ no, name: indicatorOf(no)?.name ?? '' })),
    others: INSTRUMENTS.filter((other) => other !== code),
  });
}
