import type { PlanOutcome } from '../../../push/plan-push.ts';
import type { AnswerContext, Reply } from '../../answer.ts';
import { roomShown } from '../../card-data/room.ts';
import { personalReply } from '../card-reply.ts';
import type { Sendable } from './sendable.ts';

/** What became of it. `again`: where another choice can be made as long as nothing has been sent. */
export function tellOutcome(
  { what, mayUseReserve }: Pick<Sendable, 'what' | 'mayUseReserve'>,
  outcome: PlanOutcome,
  again: string,
  context: AnswerContext,
): Reply {
  return personalReply(context, 'send-done', {
    what,
    outcome: outcome.kind,
    people: 'push' in outcome ? outcome.push.people : 'people' in outcome ? outcome.people : 0,
    room: outcome.kind === 'not-enough-left' ? roomShown(outcome.room) : null,
    // Of what may use the reserve, the room that is told has it in it.
    withReserve: mayUseReserve,
    again: outcome.kind === 'sending' || outcome.kind === 'known' ? null : again,
  });
}
