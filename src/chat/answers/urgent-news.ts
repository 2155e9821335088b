import type { LineMessage } from '../../line/message.ts';
import { markOf } from '../../feedback/seen.ts';
import { REACH_WORDS } from '../../people/reach-words.ts';
import type { Waiting } from '../../people/waiting.ts';
import { REACHES, type Reach } from '../../push/reach.ts';
import {
  LONGEST_NEWS,
  previewUrgentNews,
  sendUrgentNews,
  sentUrgentNews,
  SHORTEST_NEWS,
  type UrgentNews,
} from '../../push/urgent-news.ts';
import { waiting } from '../../store/collections.ts';
import { writtenText } from '../../written-text.ts';
import type { Answer, AnswerContext, NeedsStore, Reply } from '../answer.ts';
import type { Desk } from '../feedback/desk.ts';
import { decodePostback, encodePostback } from '../postback.ts';
import type { Slots } from '../request.ts';
import { asOfficer, type Officer } from './as-officer.ts';
import { personalReply } from './card-reply.ts';
import { inputDropped } from './input-dropped.ts';
import { askToWhom } from './sending/ask-to-whom.ts';
import { askWhetherToSend } from './sending/ask-whether-to-send.ts';
import { sendAs } from './sending/send-as.ts';
import { reachingMore, type Receiver } from './sending/sendable.ts';
import { tellOutcome } from './sending/tell-outcome.ts';
import { waitForWords } from './wait-for-words.ts';

const SENDABLE = { what: 'ข่าวด่วน', mayUseReserve: true } as const;

/**
 * "ข่าวด่วน": a manager's own words. They come as the next message, are shown as people will get them, and go out after a yes. Until
 * then they are kept for ten minutes with what the chat waits for; the button names which words it was shown with.
 */
export const urgentNews: Answer<'urgent_news'> = (slots, context) =>
  asOfficer(
    context,
    (officer) => {
      if (slots.act === 'drop') return inputDropped('urgent_news', context);
      const { input } = context;
      if (input !== undefined) return take(input.kind === 'words' ? input.text : '', officer, context);
      return slots.draft === undefined ? ask(null, 0, officer, context) : withDraft(slots, officer, context);
    },
    'manager',
  );

type Wrong = 'empty' | 'short' | 'long' | 'gone' | null;

/** `wrong`: why what came was not taken; `gone`: the words that were shown are not there any more. `letters`: how long it was. */
function ask(wrong: Wrong, letters: number, officer: Officer, context: AnswerContext): Reply {
  return {
    ...personalReply(context, 'urgent-ask', {
      wrong,
      letters,
      shortest: SHORTEST_NEWS,
      longest: LONGEST_NEWS,
      cancel: encodePostback('urgent_news', { act: 'drop' }),
    }),
    waitFor: waitForWords(officer, encodePostback('urgent_news', {})),
  };
}

function take(typed: string, officer: Officer, context: AnswerContext): Reply | NeedsStore {
  const text = writtenText(typed);
  const letters = text.length;
  if (letters > LONGEST_NEWS) return ask('long', letters, officer, context);
  if (letters < SHORTEST_NEWS) return ask(letters === 0 ? 'empty' : 'short', letters, officer, context);
  const news = { id: markOf(`${officer.eventId}\n${text}`), text };
  return { needs: 'store', finish: (desk) => choose(news, [], officer, context, desk) };
}

function withDraft(
  { draft = '', reach, act }: Slots<'urgent_news'>,
  officer: Officer,
  context: AnswerContext,
): NeedsStore {
  return {
    needs: 'store',
    finish: async (desk) => {
      const news = draftOf(await desk.store.get(waiting, officer.id), officer.eventMs);
      const sent = news?.id === draft ? undefined : await sentUrgentNews(desk.pushes, draft);
      if (sent) {
        const told = tellOutcome(SENDABLE, { kind: 'known', push: sent }, encodePostback('urgent_news', {}), context);
        return { ...told, ...(news === undefined ? {} : keep(news, officer)) };
      }
      if (news === undefined) return ask('gone', 0, officer, context);
      if (news.id !== draft)
        return choose(news, ['ท่านแก้ข้อความหลังจากปุ่มที่แตะ นี่คือข้อความล่าสุด ยังไม่ได้ส่ง'], officer, context, desk);
      if (reach === undefined) return choose(news, [], officer, context, desk);
      return act === 'send' ? send(news, reach, officer, context, desk) : confirm(news, reach, officer, context, desk);
    },
  };
}

/** The words that wait to be sent, and which they are. */
function draftOf(waits: Waiting | undefined, eventMs: number): UrgentNews | undefined {
  if (waits?.for !== 'input' || waits.draft === undefined || waits.untilMs < eventMs) return undefined;
  const request = decodePostback(waits.request);
  if (request?.intent !== 'urgent_news' || request.slots.draft === undefined) return undefined;
  return { id: request.slots.draft, text: waits.draft };
}

/** The words stay for ten minutes more; other words take their place. */
function keep({ id, text }: UrgentNews, officer: Officer): Pick<Reply, 'waitFor'> {
  return { waitFor: waitForWords(officer, encodePostback('urgent_news', { draft: id }), text) };
}

async function choose(
  news: UrgentNews,
  notes: readonly string[],
  officer: Officer,
  context: AnswerContext,
  desk: Desk,
): Promise<Reply> {
  const { message, people, month } = await previewUrgentNews(desk.pushes, news);
  const choosing = {
    ...SENDABLE,
    month,
    sample: message as LineMessage,
    notes: [...notes, 'พิมพ์ข้อความใหม่เพื่อเปลี่ยน ระบบเก็บข้อความนี้ไว้ 10 นาที'],
    receivers: reachingMore(REACHES.map((reach) => receiver(news, reach, people))),
    again: encodePostback('urgent_news', { draft: news.id }),
    besides: { label: 'ไม่ส่ง', data: encodePostback('urgent_news', { act: 'drop' }) },
  };
  return { ...askToWhom(choosing, officer, context), ...keep(news, officer) };
}

async function confirm(
  news: UrgentNews,
  reach: Reach,
  officer: Officer,
  context: AnswerContext,
  desk: Desk,
): Promise<Reply> {
  const { people, month } = await previewUrgentNews(desk.pushes, news);
  return {
    ...askWhetherToSend(
      { ...SENDABLE, month, text: news.text },
      receiver(news, reach, people, 'send'),
      encodePostback('urgent_news', { draft: news.id }),
      officer,
      context,
    ),
    ...keep(news, officer),
  };
}

function receiver({ id }: UrgentNews, reach: Reach, people: { readonly [R in Reach]: number }, act?: 'send'): Receiver {
  return {
    name: REACH_WORDS[reach],
    people: people[reach],
    data: () => encodePostback('urgent_news', { draft: id, reach, act }),
  };
}

async function send(
  news: UrgentNews,
  reach: Reach,
  officer: Officer,
  context: AnswerContext,
  desk: Desk,
): Promise<Reply> {
  const outcome = await sendAs(
    officer,
    desk,
    // What it says stands in the list of pushes; the audit needs no second copy.
    ({ people }) => ({ action: 'push.urgent', subject: news.id, after: { reach, people, length: news.text.length } }),
    (by, also) => sendUrgentNews(desk.pushes, news, reach, by, also),
  );
  const over = 'push' in outcome && outcome.push.state !== 'planning';
  return {
    ...tellOutcome(SENDABLE, outcome, encodePostback('urgent_news', { draft: news.id }), context),
    ...(over ? { waitFor: null } : keep(news, officer)),
  };
}
