import type { AnswerContext, Reply } from '../answer.ts';
import type { Intent } from '../request.ts';
import { personalReply } from './card-reply.ts';

/** "ยกเลิก" to what the chat waited for, as part of which request: nothing has been written or sent. */
export function inputDropped(intent: Intent | undefined, context: AnswerContext): Reply {
  return personalReply(context, 'input-dropped', { news: intent === 'urgent_news' });
}
