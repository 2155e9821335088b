import type { LineMessage } from '../../line/message.ts';
import type { DigestReach, Scheduled } from '../../push/made-digest.ts';
import { settleMissed } from '../../push/missed.ts';
import { previewMissed, sendMissed, type MissedChoice } from '../../push/send-missed.ts';
import { thaiDate } from '../../thai-date.ts';
import type { Answer, AnswerContext, Reply, User } from '../answer.ts';
import type { Desk } from '../feedback/desk.ts';
import { encodePostback } from '../postback.ts';
import { personalReply } from './card-reply.ts';
import { DIGEST_NAMES, MADE_FOR } from '../../push/digest-names.ts';
import { askToWhom } from './sending/ask-to-whom.ts';
import { askWhetherToSend } from './sending/ask-whether-to-send.ts';
import { sendAs } from './sending/send-as.ts';
import type { Receiver } from './sending/sendable.ts';
import { tellOutcome } from './sending/tell-outcome.ts';

type MissedPreview = NonNullable<Awaited<ReturnType<typeof previewMissed>>>;

/** A digest that did not fit: to whom it could be sent now and what that leaves; asks once more, and sends only then. */
export const pushMissed: Answer<'push_missed'> = ({ kind, at, reach, reserve = false, act }, context) => {
  const { user } = context;
  if (!user) return personalReply(context, 'only-in-private', {});
  return {
    needs: 'store',
    finish: async (desk) => {
      const chosen = at === undefined || reach === undefined ? undefined : { kind, at, reach, reserve };
      if (act === 'send' && chosen) return send(chosen, user, context, desk);
      const preview = await previewMissed(desk.pushes, kind);
      if (preview === undefined || (at !== undefined && preview.missed.at !== at)) return nothingMissed(kind, context);
      if (preview.sample === null) return nothingToTell(preview, context);
      return chosen ? confirm(chosen, preview, user, context) : choose(preview, user, context);
    },
  };
};

function choose(preview: MissedPreview, user: User, context: AnswerContext): Reply {
  const { missed, sample, people, month } = preview;
  const [message] = JSON.parse(sample ?? '[]') as LineMessage[];
  return askToWhom(
    {
      what: DIGEST_NAMES[missed.kind],
      month,
      mayUseReserve: true,
      sample: message,
      notes: [
        `กำหนดส่ง ${thaiDate(`${missed.at}:00+07:00`)} ยังไม่ได้ส่งถึงใคร\nตอนถึงกำหนดส่งได้อีก ${missed.left} ข้อความ ผู้รับ ${missed.people} คน`,
      ],
      receivers: (Object.keys(people) as DigestReach[]).toReversed().map((reach) => receiver(reach, preview)),
      again: encodePostback('push_missed', { kind: missed.kind }),
      besides: { label: 'รายงานการส่ง', data: encodePostback('push_log', {}) },
    },
    user,
    context,
  );
}

function receiver(reach: DigestReach, { missed: { kind, at }, people }: MissedPreview, act?: 'send'): Receiver {
  return {
    ...(reach === 'all' ? { name: MADE_FOR[kind] } : { name: 'ผู้บริหารแทน', row: 'ส่งให้ผู้บริหารแทน' }),
    people: people[reach] ?? 0,
    data: ({ fit }) =>
      encodePostback('push_missed', { kind, at, reach, act, ...(fit === 'with-reserve' ? { reserve: true } : {}) }),
  };
}

function confirm(
  { reach, reserve: mayUseReserve }: MissedChoice,
  preview: MissedPreview,
  user: User,
  context: AnswerContext,
): Reply {
  const { kind } = preview.missed;
  return askWhetherToSend(
    { what: DIGEST_NAMES[kind], month: preview.month, mayUseReserve },
    receiver(reach, preview, 'send'),
    encodePostback('push_missed', { kind }),
    user,
    context,
  );
}

async function send(choice: MissedChoice, user: User, context: AnswerContext, desk: Desk): Promise<Reply> {
  const { kind, reach, reserve } = choice;
  const outcome = await sendAs(
    user,
    desk,
    ({ people }) => ({ action: 'push.missed', subject: DIGEST_NAMES[kind], after: { reach, people, reserve } }),
    (by, also) => sendMissed(desk.pushes, choice, by, also),
  );
  if (outcome.kind === 'gone') return nothingMissed(kind, context);
  const sent = { what: DIGEST_NAMES[kind], mayUseReserve: reserve };
  return tellOutcome(sent, outcome, encodePostback('push_missed', { kind }), context);
}

function nothingMissed(kind: Scheduled, context: AnswerContext): Reply {
  return personalReply(context, 'send-nothing', { what: DIGEST_NAMES[kind], nothingNew: false });
}

/** What was to be told has been done or told otherwise since: nobody has to decide any more. */
function nothingToTell({ missed }: MissedPreview, context: AnswerContext): Reply {
  return personalReply(context, 'send-nothing', { what: DIGEST_NAMES[missed.kind], nothingNew: true }, (tx) =>
    settleMissed(tx, missed, { outcome: 'nothing-new' }),
  );
}
