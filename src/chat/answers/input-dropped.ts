import type { AnswerContext, Reply } from '../answer.ts';
import { personalReply } from './card-reply.ts';

/** "ยกเลิก" to what the chat waited for: nothing has been written. */
export function inputDropped(context: AnswerContext): Reply {
  return personalReply(context, 'input-dropped', {});
}
