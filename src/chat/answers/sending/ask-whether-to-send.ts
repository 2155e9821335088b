import { costOf } from '../../../push/cost.ts';
import type { AnswerContext, Reply, User } from '../../answer.ts';
import { personalReply } from '../card-reply.ts';
import { canBeSent, sendableFacts, type Receiver, type Sendable } from './sendable.ts';

/** Asks once more before anything is sent, with what it costs. `again`: where another choice can be made. */
export function askWhetherToSend(
  sendable: Sendable,
  { name, people, data }: Receiver,
  again: string,
  user: User,
  context: AnswerContext,
): Reply {
  const { month, mayUseReserve } = sendable;
  const cost = costOf(people, month, mayUseReserve);
  return personalReply(context, 'send-confirm', {
    ...sendableFacts(sendable, user, context, [cost]),
    text: sendable.text ?? null,
    name,
    ...cost,
    renewsAt: cost.fit === 'too-many' ? month.renewsAt.toISOString() : null,
    yes: canBeSent(cost) ? data(cost) : null,
    again,
  });
}
