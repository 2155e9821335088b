import type { AnswerContext, Reply } from '../answer.ts';
import { personalReply } from './card-reply.ts';

/**
 * For a button about something that is not there (any more): a code, a piece of feedback that was taken back, or one whose button cannot be
 * read any more. Nothing has been changed.
 */
export function nothingThere(what: 'code' | 'feedback', context: AnswerContext): Reply {
  return personalReply(context, 'nothing-there', { what });
}
