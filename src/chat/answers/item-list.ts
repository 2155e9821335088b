import type { Assessment } from '../../assessment/assessment.ts';
import type { AnswerContext, Reply } from '../answer.ts';
import { itemRow, sortedItems } from '../card-data/items.ts';
import { pageOf } from '../card-data/page-of.ts';
import { encodePostback } from '../postback.ts';
import { cardReply } from './card-reply.ts';
import type { ResultData } from './in-published-year.ts';

const ITEMS_ON_A_CARD = 10;

/** The items that the report gives a score or advice for. */
export function listItems(
  page: number | undefined,
  assessment: Assessment,
  data: ResultData,
  context: AnswerContext,
): Reply {
  const items = pageOf(sortedItems(assessment), page, ITEMS_ON_A_CARD, 'ข้อ', (next) =>
    encodePostback('item_info', { year: assessment.fiscalYear, page: next }),
  );
  return cardReply(context, 'items', {
    ...data,
    items: items.rows.map((item) => itemRow(assessment, item)),
    more: items.more,
    spoken: items.rows.map((item) => item.code).join(', ') || 'ไม่มี',
  });
}
