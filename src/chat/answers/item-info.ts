import type { Assessment } from '../../assessment/assessment.ts';
import { framework, indicatorOfItem } from '../../assessment/framework.ts';
import { indicatorOf } from '../../assessment/indicators.ts';
import { instrumentOfItem } from '../../assessment/instruments.ts';
import { itemFact, itemTopic } from '../../assessment/items/catalogue.ts';
import type { Answer, AnswerContext, Reply } from '../answer.ts';
import { corrections, shown, spokenScore } from '../card-data/figure.ts';
import { measureRow, measuresAfterResult } from '../card-data/measures.ts';
import { encodePostback } from '../postback.ts';
import type { Slots } from '../request.ts';
import { cardReply } from './card-reply.ts';
import { inPublishedYear, type ResultData } from './in-published-year.ts';
import { listItems } from './item-list.ts';
import { noSuchItem, whichItem } from './which-item.ts';

const MEASURES_ON_A_CARD = 4;

/** "E11 ถามอะไร", "ข้อ 23" (which letter?), or nothing: the items that the report names. */
export const itemInfo: Answer<'item_info'> = (slots, context) =>
  inPublishedYear(
    slots,
    context,
    (year) => encodePostback('item_info', { ...named(slots), year }),
    (assessment, data) => {
      if (slots.code !== undefined) return oneItem(slots.code, assessment, data, context);
      if (slots.number !== undefined) return whichItem(slots.number, assessment, data, context);
      return listItems(slots.page, assessment, data, context);
    },
  );

function named({ code, number }: Slots<'item_info'>): Pick<Slots<'item_info'>, 'code' | 'number'> {
  if (code !== undefined) return { code };
  return number === undefined ? {} : { number };
}

function oneItem(code: string, assessment: Assessment, data: ResultData, context: AnswerContext): Reply {
  const year = assessment.fiscalYear;
  const item = assessment.items.find((item) => item.code === code);
  const fact = itemFact(year, code);
  if (!item && !fact && !existsUnconfirmed(year, code)) return noSuchItem(code, assessment, data, context);

  const { score, mark } = shown(item?.figure);
  const indicator = item?.indicator ?? fact?.indicator ?? indicatorOfItem(year, code) ?? null;
  return cardReply(context, 'item', {
    ...data,
    code,
    inReport: item !== undefined,
    score,
    mark,
    spoken: spokenScore(score),
    topic: itemTopic(year, code) ?? null,
    wording: fact?.wording ?? null,
    indicator,
    indicatorName: indicator === null ? null : (indicatorOf(indicator)?.name ?? null),
    weak: item?.weak ?? false,
    doubtful: (item?.doubtful ?? false) && score !== null,
    advice: item?.advice ?? null,
    corrections: corrections(assessment, `item:${code}`, item?.figure),
    measures: measuresAfterResult(context.knowledge, assessment)
      .filter((measure) => measure.items.includes(code))
      .slice(0, MEASURES_ON_A_CARD)
      .map(measureRow),
  });
}

/** An item that the year is known to have, although what it asks is not confirmed. */
function existsUnconfirmed(year: number, code: string): boolean {
  const instrument = instrumentOfItem(code);
  const count = instrument === undefined ? null : framework(year).itemCounts[instrument];
  const number = Number(code.slice(1));
  return count !== null && number >= 1 && number <= count;
}
