import { divisionsOf } from '../../../agency/division.ts';
import type { AnswerContext, Reply } from '../../answer.ts';
import { pageOf } from '../../card-data/page-of.ts';
import { personalReply } from '../card-reply.ts';

const DIVISIONS_ON_A_CARD = 10;

/** Postback data of what can be tapped. */
export interface DivisionChoice {
  readonly page: number | undefined;
  readonly whole: string;
  readonly one: (division: string) => string;
  readonly more: (page: number) => string;
  readonly back: string;
}

/** Asks which division, or the whole agency. */
export function chooseDivision(choice: DivisionChoice, context: AnswerContext): Reply {
  const all = divisionsOf(context.knowledge.agency);
  const { rows, more } = pageOf(all, choice.page, DIVISIONS_ON_A_CARD, 'สังกัด', choice.more);
  return personalReply(context, 'choose-division', {
    rows: rows.map(({ id, name }) => ({ name, data: choice.one(id) })),
    more,
    whole: choice.whole,
    back: choice.back,
  });
}
