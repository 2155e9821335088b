import { addReasons, askForReply, removeComment, withdrawReply } from '../../../feedback/give-feedback.ts';
import type { Feedback } from '../../../feedback/feedback.ts';
import type { AnswerContext, NeedsStore, Reply, User } from '../../answer.ts';
import { subjectKey, type Subject } from '../../feedback/subject.ts';
import { encodePostback } from '../../postback.ts';
import type { Slots } from '../../request.ts';
import { personalReply } from '../card-reply.ts';
import { givenCard } from './given.ts';
import { note } from './note.ts';
import { ofToday } from './of-today.ts';
import { withdraw } from './withdraw.ts';

type Act = NonNullable<Slots<'give_feedback'>['act']>;

/** How long the chat waits for words (ms). Past it a message is a question again. */
const WAITS_MS = 10 * 60_000;

/** One more reason for today's answer. */
export function addReason(subject: Subject, why: string, user: User, context: AnswerContext): NeedsStore {
  return ofToday(subject, user, context, ({ id }, known) =>
    givenCard(
      'reason',
      subject,
      id,
      { ...known, why: { ...known.why, [why]: true } },
      context,
      addReasons(id, [why], user.eventMs),
    ),
  );
}

/** What a button under today's answer does. */
export function act(what: Act, subject: Subject, user: User, context: AnswerContext): Reply | NeedsStore {
  const change = (to: (id: string, known: Feedback) => Reply): NeedsStore =>
    ofToday(subject, user, context, ({ id }, known) => to(id, known));
  switch (what) {
    case 'decline':
      return { ...note('declined', subject, context), waitFor: null };
    case 'stop':
      return { ...note('stopped', subject, context), waitFor: null };
    case 'nothing':
      return { ...note('nothing', subject, context), waitFor: null };
    case 'done':
      return { ...note('done', subject, context), waitFor: null };
    case 'comment':
      return change((id, known) => waitForWords('comment', subject, id, known, user, context));
    case 'anyway':
      return change((id, known) => waitForWords('comment-anyway', subject, id, known, user, context));
    case 'drop_comment':
      return change((id, known) => ({
        ...givenCard('comment-dropped', subject, id, { ...known, comment: null }, context, removeComment(id)),
        waitFor: null,
      }));
    case 'withdraw':
      return withdraw(subject, user, context);
    case 'ask_reply':
      return personalReply(context, 'feedback-ask-reply', {
        agree: encodePostback('give_feedback', { ...subject, act: 'reply' }),
        decline: encodePostback('give_feedback', { ...subject, act: 'done' }),
      });
    case 'reply':
      return change((id, known) =>
        givenCard(
          'reply-asked',
          subject,
          id,
          { ...known, wantsReply: true },
          context,
          askForReply(id, user.id, new Date(user.eventMs)),
        ),
      );
    case 'no_reply':
      return change((id, known) =>
        givenCard(
          'reply-withdrawn',
          subject,
          id,
          { ...known, wantsReply: false },
          context,
          withdrawReply(id, new Date(user.eventMs)),
        ),
      );
  }
}

/** The card that asks for the words; `wrong` says what was wrong with those that came. */
export function askForWords(
  subject: Subject,
  context: AnswerContext,
  more: { readonly replaces: boolean; readonly anyway: boolean; readonly tooLong: number | null },
): Reply {
  return personalReply(context, 'feedback-comment', {
    ...more,
    skip: encodePostback('give_feedback', { ...subject, act: 'done' }),
    withdraw: encodePostback('give_feedback', { ...subject, act: 'withdraw' }),
  });
}

function waitForWords(
  what: 'comment' | 'comment-anyway',
  subject: Subject,
  id: string,
  known: Feedback,
  user: User,
  context: AnswerContext,
): Reply {
  const replaces = known.comment !== null;
  // The words of this tap have come meanwhile: what is written next is meant for something else.
  if (replaces && user.redelivered) return givenCard('comment', subject, id, known, context);
  return {
    ...askForWords(subject, context, { replaces, anyway: what === 'comment-anyway', tooLong: null }),
    waitFor: { feedbackId: id, subject: subjectKey(subject), for: what, untilMs: user.eventMs + WAITS_MS },
  };
}
