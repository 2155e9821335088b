import { showFeedbackId } from '../../feedback/feedback-id.ts';
import { withdrawReply } from '../../feedback/give-feedback.ts';
import { findFeedback } from '../../feedback/read-feedback.ts';
import { replySeen } from '../../feedback/reply-seen.ts';
import type { Contact, Feedback } from '../../feedback/feedback.ts';
import { contacts } from '../../store/collections.ts';
import type { Answer, AnswerContext, NeedsStore, Reply, User, Write } from '../answer.ts';
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

/** An answer on the card; `contact`: this person's wish to be told, if it is theirs. */
interface Row {
  readonly id: string;
  readonly data: Feedback;
  readonly contact: Contact | undefined;
}

function allOf(user: User, context: AnswerContext): NeedsStore {
  return {
    needs: 'store',
    finish: async (desk) => {
      const { docs } = await desk.store.query(contacts, { equal: { lineUserId: user.id }, limit: CONTACTS_READ });
      const found = await Promise.all(
        docs.map(async ({ id, data: contact }) => ({ id, contact, data: await findFeedback(desk.store, id) })),
      );
      const rows = found
        .flatMap(({ data, ...rest }): Row[] => (data === undefined ? [] : [{ data, ...rest }]))
        .sort((a, b) => b.data.givenAtMs - a.data.givenAtMs);
      return card(rows.slice(0, ANSWERS_ON_A_CARD), rows.length > ANSWERS_ON_A_CARD, 'none', context);
    },
  };
}

function one(ref: string, user: User, context: AnswerContext): NeedsStore {
  return {
    needs: 'store',
    finish: async (desk) => {
      const data = await findFeedback(desk.store, ref);
      if (!data) return card([], false, 'unknown', context);
      const contact = data.wantsReply ? await contactOf(ref, user, desk) : undefined;
      return card([{ id: ref, data, contact }], false, 'unknown', context);
    },
  };
}

function takeBack(ref: string, user: User, context: AnswerContext): NeedsStore {
  return {
    needs: 'store',
    finish: async (desk) => {
      if (!(await findFeedback(desk.store, ref))) return card([], false, 'unknown', context);
      // Tapped again, or by somebody to whom nothing is sent: it is so already.
      const theirs = await contactOf(ref, user, desk);
      const writes = theirs ? [withdrawReply(ref, new Date(user.eventMs))] : [];
      const facts = { rows: [], more: false, nothing: 'withdrawn', reference: showFeedbackId(ref) };
      return personalReply(context, 'feedback-reply', facts, ...writes);
    },
  };
}

/** Only who asked for an answer may take that back; everybody who knows the reference may read the answer. */
async function contactOf(ref: string, user: User, desk: Desk): Promise<Contact | undefined> {
  const contact = await desk.store.get(contacts, ref);
  return contact?.lineUserId === user.id ? contact : undefined;
}

/** The card; what it shows to whoever was to be told need not be sent any more. */
function card(rows: readonly Row[], more: boolean, nothing: 'none' | 'unknown', context: AnswerContext): Reply {
  return personalReply(
    context,
    'feedback-reply',
    { rows: rows.map(shown), more, nothing, reference: null },
    ...rows.flatMap(seen),
  );
}

function shown({ id, data, contact }: Row): object {
  return {
    reference: showFeedbackId(id),
    point: data.point ?? 'ความเห็นทั่วไป',
    day: data.day,
    reply: replyIn(data),
    at: data.reply?.at ?? null,
    withdraw: contact && data.wantsReply ? encodePostback('feedback_reply', { ref: id, act: 'withdraw' }) : null,
  };
}

function seen({ id, data, contact }: Row): readonly Write[] {
  const text = replyIn(data);
  return text !== null && contact?.queuedReply === text ? [replySeen(id, contact.lineUserId, text)] : [];
}

function replyIn({ state, reply }: Feedback): string | null {
  return state === 'hidden' ? null : (reply?.text ?? null);
}
