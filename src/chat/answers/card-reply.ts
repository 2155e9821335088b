import { agencyNames } from '../../agency/agency-names.ts';
import type { AnswerContext, Reply, Write } from '../answer.ts';

/** A reply of one card, filled with `data` and the agency's name, that changes nothing. */
export function cardReply(context: AnswerContext, card: string, data: object = {}): Reply {
  return { messages: [context.cards.render(card, { ...agencyNames(context.knowledge), ...data })], writes: [] };
}

/** A reply for this person alone: never kept for others. */
export function personalReply(context: AnswerContext, card: string, data: object, ...writes: Write[]): Reply {
  return { ...cardReply(context, card, data), writes, personal: true };
}
