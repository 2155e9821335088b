import type { Answer, AnswerContext, Reply } from '../answer.ts';
import { cardReply } from './card-reply.ts';

type Feature = 'subscribe';

function notYet(feature: Feature, context: AnswerContext): Reply {
  return cardReply(context, 'not-yet', { feature });
}

/** "รับข่าวสาร" */
export const subscribe: Answer<'subscribe'> = (_, context) => notYet('subscribe', context);
