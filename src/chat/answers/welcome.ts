import type { AnswerContext, Reply } from '../answer.ts';
import { cardReply } from './card-reply.ts';

/** For somebody who has just followed the account, or a group it was invited to, where it has to be called by name. */
export function welcome(context: AnswerContext, place: 'private' | 'group' = 'private'): Reply {
  return cardReply(context, 'welcome', { group: place === 'group' });
}
