import type { AnswerContext, Reply } from '../../answer.ts';
import { personalReply } from '../card-reply.ts';

/** For a measure that is not there (any more). `undone`: because adding it has just been taken back. */
export function measureGone(context: AnswerContext, undone = false): Reply {
  return personalReply(context, 'measure-gone', { undone });
}
