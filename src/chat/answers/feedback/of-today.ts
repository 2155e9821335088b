import type { Feedback } from '../../../feedback/feedback.ts';
import { findFeedback } from '../../../feedback/read-feedback.ts';
import type { AnswerContext, NeedsStore, Reply, User } from '../../answer.ts';
import type { AnswerId } from '../../feedback/desk.ts';
import type { Subject } from '../../feedback/subject.ts';
import { note } from './note.ts';

/**
 * Acts on today's answer; just after midnight, if there is none yet, on yesterday's. Else says that there is none: cards of
 * other days stay in the chat and can still be tapped.
 * @param none What to say then; handed the ids under which was looked.
 */
export function ofToday(
  subject: Subject,
  user: User,
  context: AnswerContext,
  act: (mine: AnswerId, known: Feedback) => Reply,
  none: (looked: readonly AnswerId[]) => Reply = () => note('gone', subject, context),
): NeedsStore {
  return {
    needs: 'store',
    finish: async (desk) => {
      const looked: AnswerId[] = [];
      for (const daysBefore of [0, 1]) {
        const mine = await desk.idOf(user, subject, daysBefore);
        if (!mine) continue;
        looked.push(mine);
        const known = await findFeedback(desk.store, mine.id);
        if (known) return act(mine, known);
      }
      return looked.length === 0 ? note('late', subject, context) : none(looked);
    },
  };
}
