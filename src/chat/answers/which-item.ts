import { INSTRUMENTS, type Assessment, type Instrument } from '../../assessment/assessment.ts';
import { framework } from '../../assessment/framework.ts';
import { INSTRUMENT_INFO } from '../../assessment/instruments.ts';
import { itemFact, itemTopic } from '../../assessment/items/catalogue.ts';
import type { AnswerContext, Reply } from '../answer.ts';
import { cardReply } from './card-reply.ts';
import type { ResultData } from './in-published-year.ts';

const LETTERS = { IIT: 'I', EIT: 'E', OIT: 'O' } as const satisfies Record<Instrument, string>;

/** "ข้อ 23" without its letter: asks which, naming only letters under which the year has that number. */
export function whichItem(number: number, assessment: Assessment, data: ResultData, context: AnswerContext): Reply {
  const year = assessment.fiscalYear;
  const choices = INSTRUMENTS.flatMap((instrument) => {
    const code = `${LETTERS[instrument]}${number}`;
    const count = framework(year).itemCounts[instrument];
    const exists =
      (count !== null && number >= 1 && number <= count) ||
      assessment.items.some((item) => item.code === code) ||
      itemFact(year, code) !== undefined;
    return exists ? [{ code, asks: INSTRUMENT_INFO[instrument].asks, topic: itemTopic(year, code) ?? null }] : [];
  });
  if (choices.length === 0) return noSuchItem(String(number), assessment, data, context);
  return cardReply(context, 'which-item', {
    ...data,
    number,
    choices,
    spoken: choices.map((choice) => choice.code).join(' หรือ '),
  });
}

/** For an item that the year does not have: which there are, as far as that is confirmed. */
export function noSuchItem(asked: string, assessment: Assessment, data: ResultData, context: AnswerContext): Reply {
  const { itemCounts } = framework(assessment.fiscalYear);
  const ranges = INSTRUMENTS.flatMap((instrument) => {
    const count = itemCounts[instrument];
    return count === null ? [] : [`${LETTERS[instrument]}1–${LETTERS[instrument]}${count}`];
  });
  return cardReply(context, 'no-such-item', { ...data, asked, ranges, spoken: ranges.join(', ') });
}
