import { createHash } from 'node:crypto';
import { agencyNames } from '../agency/agency-names.ts';
import { fullSchedule } from '../agency/push-schedule.ts';
import { showFeedbackId } from '../feedback/feedback-id.ts';
import { replySeen } from '../feedback/reply-seen.ts';
import { contacts, feedback, people } from '../store/collections.ts';
import type { Doc } from '../store/port.ts';
import { isStoreAway } from '../store/store-error.ts';
import type { Contact } from '../feedback/feedback.ts';
import { eachOnItsOwn } from './each-on-its-own.ts';
import { monthRoom, type MonthRoom } from './month-room.ts';
import { isTimeToSend } from './occurrence.ts';
import { planPush } from './plan-push.ts';
import { worded, type PushDesk } from './push-desk.ts';

/** Answers planned in one round. */
const ANSWERS_AT_ONCE = 50;

/**
 * Plans the agency's answers for those who asked to be told, each as a push of its own named after the answer, so that none is sent
 * twice. They may use what the month keeps in reserve; LINE is asked once how much that is. What cannot be sent now stays queued. One
 * read while nothing is queued. Resolves with how many were planned.
 */
export async function sendAnswers(desk: PushDesk): Promise<number> {
  const { store } = desk;
  const schedule = fullSchedule(desk.facts().agency?.push);
  if (!isTimeToSend(desk.clock(), schedule)) return 0;
  const { docs } = await store.query(contacts, { equal: { queued: true }, limit: ANSWERS_AT_ONCE });
  if (docs.length === 0) return 0;
  const month = await monthRoom(desk);
  let planned = 0;
  await eachOnItsOwn(
    docs,
    async (doc) => {
      const outcome = await sendOne(desk, doc, month, planned);
      if (outcome === 'planned') planned += 1;
      return outcome === 'no-room' ? 'stop' : undefined;
    },
    { endsAll: isStoreAway },
  );
  return planned;
}

/** `planned`: how many of this round have used the month's room before it. */
async function sendOne(
  desk: PushDesk,
  { id, data }: Doc<Contact>,
  { quota, reserve, urgent }: MonthRoom,
  planned: number,
): Promise<'planned' | 'dropped' | 'later' | 'no-room'> {
  const { store } = desk;
  const text = data.queuedReply;
  const taken = async (): Promise<void> => store.transaction(replySeen(id, data.lineUserId, text ?? ''));
  const [answer, person] = await Promise.all([store.get(feedback, id), store.get(people, data.lineUserId)]);
  // Whoever has left the account finds the answer under its reference.
  if (text === null || answer === undefined || answer.state === 'hidden' || person?.following === false) {
    await taken();
    return 'dropped';
  }
  if (urgent === undefined || urgent.left - planned < 1) return 'no-room';
  const { messages } = worded(desk, 'push-answer', {
    ...agencyNames(desk.facts()),
    reference: showFeedbackId(id),
    ref: id,
    about: answer.point ?? 'ความเห็นทั่วไป',
    day: answer.day,
    reply: text,
  });
  const outcome = await planPush(
    store,
    {
      // Named after when it was given, too: the same words may be given again after others.
      id: `answer-${createHash('sha256')
        .update(`${id}\n${answer.reply?.at ?? ''}\n${text}`)
        .digest('hex')
        .slice(0, 24)}`,
      kind: 'answer',
      // What it says is between the agency and one person.
      summary: 'คำตอบถึงความเห็นหนึ่งเรื่อง',
      by: 'schedule',
      unit: null,
      urgent: true,
      gone: () => 0,
      letters: [{ to: data.lineUserId, messages }],
      // Whoever has read it in chat meanwhile, took their wish back or erased everything is not sent it.
      stillWanted: async (tx) => {
        const contact = await tx.get(contacts, id);
        return contact?.lineUserId === data.lineUserId && contact.queuedReply === text;
      },
      also: replySeen(id, data.lineUserId, text),
    },
    { clock: desk.clock, planner: desk.newId(), quota, reserve },
  );
  if (outcome.kind === 'known') await taken();
  if (outcome.kind === 'called-off') return 'dropped';
  if (outcome.kind === 'not-enough-left' || outcome.kind === 'quota-unknown') return 'no-room';
  return outcome.kind === 'sending' || outcome.kind === 'known' ? 'planned' : 'later';
}
