import { withdrawFeedback } from '../../../feedback/withdraw-feedback.ts';
import type { AnswerContext, NeedsStore, Reply, User } from '../../answer.ts';
import type { AnswerId } from '../../feedback/desk.ts';
import type { Subject } from '../../feedback/subject.ts';
import { givenCard } from './given.ts';
import { note } from './note.ts';
import { ofToday } from './of-today.ts';

/**
 * Takes today's answer back. That is remembered also where there is none: its rating may still be on the way, as LINE
 * promises no order. What was given after that stays.
 */
export function withdraw(subject: Subject, user: User, context: AnswerContext): NeedsStore {
  const say = (what: 'gone' | 'withdrawn', ids: readonly AnswerId[]): Reply => {
    const writes = ids.map(({ id, untilMs }) => withdrawFeedback(id, user.eventMs, untilMs));
    return { ...note(what, subject, context, ...writes), waitFor: null };
  };
  return ofToday(
    subject,
    user,
    context,
    (mine, known) =>
      known.givenAtMs > user.eventMs ? givenCard('rated', subject, mine.id, known, context) : say('withdrawn', [mine]),
    // Delivered again, it has been taken back already.
    (looked) => say(user.redelivered === true ? 'withdrawn' : 'gone', looked),
  );
}
