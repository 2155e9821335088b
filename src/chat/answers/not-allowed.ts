import type { Role } from '../../people/role.ts';
import type { AnswerContext, Reply } from '../answer.ts';
import { personalReply } from './card-reply.ts';

/** Said when a request needs a role that the one who asks does not have. Nothing has been changed. */
export function notAllowed(needed: Role, context: AnswerContext): Reply {
  return personalReply(context, 'not-allowed', { needed, known: context.user?.staff !== undefined });
}
