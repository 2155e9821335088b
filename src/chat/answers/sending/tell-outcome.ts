import type { PlanOutcome } from '../../../push/plan-push.ts';
import type { AnswerContext, Reply } from '../../answer.ts';
import { roomShown } from '../../card-data/room.ts';
import { personalReply } from '../card-reply.ts';

/** What became of it. `again`: where another choice can be made as long as nothing has been sent. */
export function tellOutcome(what: string, outcome: PlanOutcome, again: string, context: AnswerContext): Reply {
  return personalReply(context, 'send-done', {
    what,
    outcome: outcome.kind,
    people: 'push' in outcome ? outcome.push.people : 'people' in outcome ? outcome.people : 0,
    room: outcome.kind === 'not-enough-left' ? roomShown(outcome.room) : null,
    again: outcome.kind === 'sending' || outcome.kind === 'known' ? null : again,
  });
}
