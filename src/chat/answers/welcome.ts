import type { AnswerContext, Reply } from '../answer.ts';
import { cardReply } from './card-reply.ts';

/** For somebody who has just followed the account, or a group it was invited to. */
export function welcome(context: AnswerContext): Reply {
  return cardReply(context, 'welcome');
}
