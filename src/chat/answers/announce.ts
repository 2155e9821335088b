import { recordChange } from '../../audit/record-change.ts';
import { actingStaff, actorOf } from '../../people/acting-staff.ts';
import { announceResult, previewAnnouncement } from '../../push/announce.ts';
import { REACHES, type Reach } from '../../push/audience.ts';
import type { LineMessage } from '../../line/message.ts';
import type { Answer, AnswerContext, Reply, User } from '../answer.ts';
import { roomShown } from '../card-data/room.ts';
import type { Desk } from '../feedback/desk.ts';
import { encodePostback } from '../postback.ts';
import { personalReply } from './card-reply.ts';

const REACH_WORDS: { readonly [R in Reach]: string } = {
  managers: 'เฉพาะผู้บริหาร',
  staff: 'เจ้าหน้าที่ทุกคน',
  everybody: 'เจ้าหน้าที่และประชาชนที่ขอรับ',
};

/** "ประกาศผล": shows what would be sent and to how many, asks once more, and sends only then. */
export const announce: Answer<'announce'> = ({ year, reach, act }, context) => {
  const { user } = context;
  if (!user) return personalReply(context, 'only-in-private', {});
  const fiscalYear = year ?? context.knowledge.assessments.at(-1)?.fiscalYear;
  if (fiscalYear === undefined) return personalReply(context, 'announce-nothing', { year: null });
  return {
    needs: 'store',
    finish: (desk) =>
      act === 'send' && reach !== undefined
        ? send(fiscalYear, reach, user, context, desk)
        : preview(fiscalYear, reach, context, desk),
  };
};

async function preview(year: number, reach: Reach | undefined, context: AnswerContext, desk: Desk): Promise<Reply> {
  const shown = await previewAnnouncement(desk.pushes, year);
  if (shown === undefined) return personalReply(context, 'announce-nothing', { year });
  const { people, room, sent } = shown;
  const reaches = REACHES.map((one) => ({
    name: REACH_WORDS[one],
    people: people[one],
    fits: room !== undefined && people[one] > 0 && people[one] <= room.left,
    data: encodePostback('announce', { year, reach: one }),
  }));
  const chosen = reaches[REACHES.findIndex((one) => one === reach)];
  const data = {
    year,
    sentAt: sent === undefined ? null : new Date(sent.plannedAtMs).toISOString(),
    sentTo: sent?.people ?? 0,
    room: roomShown(room),
    reaches: [...reaches].reverse(),
    chosen: chosen
      ? {
          ...chosen,
          after: room === undefined || room.left === Infinity ? null : room.left - chosen.people,
          confirm: encodePostback('announce', { year, ...(reach === undefined ? {} : { reach }), act: 'send' }),
        }
      : null,
  };
  const card = personalReply(context, 'announce-preview', data);
  // What will be sent is shown once, as it will look; the question after it needs no second picture.
  return reach === undefined ? { ...card, messages: [shown.message as LineMessage, ...card.messages] } : card;
}

async function send(year: number, reach: Reach, user: User, context: AnswerContext, desk: Desk): Promise<Reply> {
  const by = await desk.store.transaction(async (tx) => actorOf(await actingStaff(tx, user.id, 'manager')));
  const outcome = await announceResult(desk.pushes, year, reach, by);
  if (outcome === undefined) return personalReply(context, 'announce-nothing', { year });
  if (outcome.kind === 'sending') {
    await desk.store.transaction((tx) =>
      recordChange(tx, user.eventId, {
        atMs: user.eventMs,
        by,
        action: 'push.announce',
        subject: String(year),
        before: {},
        after: { reach, people: outcome.push.people },
      }),
    );
    desk.deliverSoon();
  }
  return personalReply(context, 'announced', {
    year,
    outcome: outcome.kind,
    people: 'push' in outcome ? outcome.push.people : 'people' in outcome ? outcome.people : 0,
    room: 'room' in outcome ? roomShown(outcome.room) : null,
  });
}
