import type { LineMessage } from '../../line/message.ts';
import { REACH_WORDS } from '../../people/reach-words.ts';
import { announceResult, previewAnnouncement, type AnnouncementPreview } from '../../push/announce.ts';
import { isWithin, REACHES, type Reach } from '../../push/reach.ts';
import { thaiDate } from '../../thai-date.ts';
import type { Answer, AnswerContext, Reply, User } from '../answer.ts';
import type { Desk } from '../feedback/desk.ts';
import { encodePostback } from '../postback.ts';
import { personalReply } from './card-reply.ts';
import { askToWhom } from './sending/ask-to-whom.ts';
import { askWhetherToSend } from './sending/ask-whether-to-send.ts';
import { sendAs } from './sending/send-as.ts';
import { reachingMore, type Receiver } from './sending/sendable.ts';
import { tellOutcome } from './sending/tell-outcome.ts';

/** "ประกาศผล": shows what would be sent and to how many, asks once more, and sends only then. */
export const announce: Answer<'announce'> = ({ year, reach, act }, context) => {
  const { user } = context;
  if (!user) return personalReply(context, 'only-in-private', {});
  const fiscalYear = year ?? context.knowledge.assessments.at(-1)?.fiscalYear;
  if (fiscalYear === undefined) return personalReply(context, 'announce-nothing', { year: null });
  return {
    needs: 'store',
    finish: async (desk) => {
      if (act === 'send' && reach !== undefined) return send(fiscalYear, reach, user, context, desk);
      const preview = await previewAnnouncement(desk.pushes, fiscalYear);
      if (preview === undefined) return personalReply(context, 'announce-nothing', { year: fiscalYear });
      return reach === undefined || isWithin(reach, preview.announced.reach)
        ? choose(fiscalYear, preview, user, context)
        : confirm(fiscalYear, reach, preview, user, context);
    },
  };
};

const whatOf = (year: number): string => `ประกาศผลปี ${year}`;

function choose(year: number, preview: AnnouncementPreview, user: User, context: AnswerContext): Reply {
  const { message, month, announced } = preview;
  const wider = announced.underWay ? [] : REACHES.filter((one) => !isWithin(one, announced.reach));
  return askToWhom(
    {
      what: whatOf(year),
      month,
      mayUseReserve: false,
      sample: message as LineMessage,
      notes: notesOn(year, announced),
      receivers: reachingMore(wider.map((one) => receiver(year, one, preview))),
      again: encodePostback('announce', { year }),
      besides: { label: 'รายงานการส่ง', data: encodePostback('push_log', {}) },
    },
    user,
    context,
  );
}

function notesOn(year: number, { reach, last }: AnnouncementPreview['announced']): readonly string[] {
  if (last === undefined || reach === undefined) return [];
  const announced = `${whatOf(year)} แล้ว ล่าสุด ${thaiDate(new Date(last.plannedAtMs))} (${REACH_WORDS[reach]})`;
  if (last.counts === null) return [`${announced} กำลังส่งอยู่ เลือกผู้รับเพิ่มได้เมื่อส่งเสร็จ`];
  const { sent, acceptedBefore, refused } = last.counts;
  const missed = refused === 0 ? '' : ` LINE ไม่รับ ${refused} คน ระบบส่งซ้ำให้ไม่ได้`;
  const next = reach === 'everybody' ? 'ประกาศครบทุกกลุ่มแล้ว' : 'ผู้ที่ได้รับแล้วจะไม่ได้รับซ้ำ';
  return [`${announced} ถึง LINE แล้ว ${sent + acceptedBefore} คน${missed}`, next];
}

function confirm(year: number, reach: Reach, preview: AnnouncementPreview, user: User, context: AnswerContext): Reply {
  return askWhetherToSend(
    { what: whatOf(year), month: preview.month, mayUseReserve: false },
    receiver(year, reach, preview, 'send'),
    encodePostback('announce', { year }),
    user,
    context,
  );
}

function receiver(year: number, reach: Reach, { people }: AnnouncementPreview, act?: 'send'): Receiver {
  return {
    name: REACH_WORDS[reach],
    people: people[reach],
    data: () => encodePostback('announce', { year, reach, act }),
  };
}

async function send(year: number, reach: Reach, user: User, context: AnswerContext, desk: Desk): Promise<Reply> {
  const outcome = await sendAs(
    user,
    desk,
    ({ people }) => ({ action: 'push.announce', subject: String(year), after: { reach, people } }),
    (by, also) => announceResult(desk.pushes, year, reach, by, also),
  );
  if (outcome === undefined) return personalReply(context, 'announce-nothing', { year });
  return tellOutcome(
    { what: whatOf(year), mayUseReserve: false },
    outcome,
    encodePostback('announce', { year }),
    context,
  );
}
