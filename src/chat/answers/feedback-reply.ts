import { showFeedbackId } from '../../feedback/feedback-id.ts';
import { withdrawReply } from '../../feedback/give-feedback.ts';
import { findFeedback } from '../../feedback/read-feedback.ts';
import type { Feedback } from '../../feedback/feedback.ts';
import { contacts } from '../../store/collections.ts';
import type { Answer, AnswerContext, NeedsStore, Reply, User } from '../answer.ts';
import type { Desk } from '../feedback/desk.ts';
import { encodePostback } from '../postback.ts';
import { personalReply } from './card-reply.ts';

/** Newest first; more would fill the screen, and older ones are found by their reference. */
const ANSWERS_ON_A_CARD = 3;
/** Contacts looked at for one person. */
const CONTACTS_READ = 50;

/** "มีคำตอบไหม": to all for which this person asked an answer. "อ้างอิง …": to the one with that reference. */
export const feedbackReply: Answer<'feedback_reply'> = ({ ref, act }, context) => {
  const { user } = context;
  if (!user) return personalReply(context, 'only-in-private', {});
  if (ref === undefined) return allOf(user, context);
  return act === 'withdraw' ? takeBack(ref, user, context) : one(ref, user, context);
};

function allOf(user: User, context: AnswerContext): NeedsStore {
  return {
    needs: 'store',
    finish: async (desk) => {
      const { docs } = await desk.store.query(contacts, { equal: { lineUserId: user.id }, limit: CONTACTS_READ });
      const found = await Promise.all(docs.map(async ({ id }) => ({ id, data: await findFeedback(desk.store, id) })));
      const rows = found
        .flatMap(({ id, data }) => (data === undefined ? [] : [{ id, data }]))
        .sort((a, b) => b.data.givenAtMs - a.data.givenAtMs);
      return card(
        rows.slice(0, ANSWERS_ON_A_CARD).map(({ id, data }) => row(id, data, true)),
        rows.length > ANSWERS_ON_A_CARD,
        'none',
        context,
      );
    },
  };
}

function one(ref: string, user: User, context: AnswerContext): NeedsStore {
  return {
    needs: 'store',
    finish: async (desk) => {
      const found = await findFeedback(desk.store, ref);
      const mine = found?.wantsReply === true && (await isMine(ref, user, desk));
      return card(found ? [row(ref, found, mine)] : [], false, 'unknown', context);
    },
  };
}

function takeBack(ref: string, user: User, context: AnswerContext): NeedsStore {
  return {
    needs: 'store',
    finish: async (desk) => {
      const found = await findFeedback(desk.store, ref);
      if (!found || !(await isMine(ref, user, desk))) return card([], false, 'unknown', context);
      const reply = card([row(ref, { ...found, wantsReply: false }, false)], false, 'unknown', context);
      return { ...reply, writes: [withdrawReply(ref)] };
    },
  };
}

/** Only who asked for an answer may take that back; everybody who knows the reference may read the answer. */
async function isMine(ref: string, user: User, desk: Desk): Promise<boolean> {
  return (await desk.store.get(contacts, ref))?.lineUserId === user.id;
}

function row(id: string, { point, day, reply, wantsReply, state }: Feedback, mine: boolean): object {
  return {
    reference: showFeedbackId(id),
    point: point ?? 'ความเห็นทั่วไป',
    day,
    reply: state === 'hidden' ? null : (reply?.text ?? null),
    at: reply?.at ?? null,
    withdraw: mine && wantsReply ? encodePostback('feedback_reply', { ref: id, act: 'withdraw' }) : null,
  };
}

function card(rows: readonly object[], more: boolean, nothing: 'none' | 'unknown', context: AnswerContext): Reply {
  return personalReply(context, 'feedback-reply', { rows, more, nothing });
}
