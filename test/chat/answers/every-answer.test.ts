import { describe, expect, it } from 'vitest';
import { checkMessages } from '../../../src/line/limits/check-messages.ts';
import { ANSWERS } from '../../../src/chat/answers/answers.ts';
import { NEEDED_ROLE } from '../../../src/chat/access.ts';
import type { AnswerContext, Reply } from '../../../src/chat/answer.ts';
import { nonText } from '../../../src/chat/answers/non-text.ts';
import { welcome } from '../../../src/chat/answers/welcome.ts';
import { decodePostback } from '../../../src/chat/postback.ts';
import { BOARD_LISTS, INTENTS, type Intent, type Request, type Slots } from '../../../src/chat/request.ts';
import { ADMIN, contextOf, deskOfAdmin, emptyDesk, heavy, LONG_WORDS, replyWith, STATES } from './knowledge.ts';
import { altTextOf, objectsIn, postbacksIn, wordsOn } from './look-into.ts';

/** Requests that bring out every kind of answer of an intent. */
const ASKED: { readonly [I in Intent]: readonly Slots<I>[] } = {
  overall_score: [{}, { year: 2565 }, { year: 2599 }, { year_rel: 'this' }, { year_rel: 'previous' }],
  score_list: [{}, { year: 2565 }],
  indicator_score: [
    { indicator: 6 },
    { indicator: 8, year: 2565 },
    { indicator: 1, page: 99 },
    { indicator: 12 },
    { indicator: 0 },
  ],
  instrument_score: [{ instrument: 'IIT' }, { instrument: 'EIT', year: 2565 }, { instrument: 'OIT' }],
  item_info: [
    {},
    { page: 2 },
    { number: 11 },
    { number: 43 },
    { number: 99 },
    { code: 'E11' },
    { code: 'I29' },
    { code: 'O18' },
    { code: 'E1' },
    { code: 'E99' },
    { code: 'I1' },
  ],
  weakest: [{}, { n: 5 }, { n: 50 }, { page: 2 }],
  strongest: [{}, { n: 3 }],
  compare_years: [
    {},
    { years: [2565, 2566] },
    { years: [2565] },
    { years: [2560, 2561] },
    { n_years: 5 },
    { n_years: 1 },
    { indicator: 7 },
    { indicator: 12 },
    { instrument: 'EIT' },
  ],
  grade_meaning: [
    {},
    { grade: 'AA' },
    { grade: 'ผ่านดีเยี่ยม' },
    { grade: 'ดีมาก' },
    { year: 2566 },
    { grade: LONG_WORDS.slice(0, 40) },
  ],
  definition: [
    {},
    { term: 'ITA' },
    { term: 'EIT' },
    { term: 'ป.ป.ช.' },
    { term: 'การใช้อำนาจ' },
    { term: LONG_WORDS.slice(0, 40) },
  ],
  measures: [
    {},
    { indicator: 8 },
    { indicator: 5 },
    { indicator: 12 },
    { year: 2565 },
    { year: 2599 },
    { page: 2 },
    { year_rel: 'this' },
  ],
  measure_progress: [{}, { measure: 1 }, { measure: 2, year: 2566 }, { measure: 99 }, { measure: 1, year: 2599 }],
  give_feedback: [
    {},
    { indicator: 8 },
    { code: 'E11' },
    { rating: 3 },
    { indicator: 12 },
    { point: '7K3M9QXT2BD' },
    { indicator: 8, step: 67 },
    { step: 0 },
    { why: 'i6a' },
    ...(['decline', 'nothing', 'done', 'comment', 'anyway', 'drop_comment', 'withdraw'] as const).map((act) => ({
      act,
    })),
    ...(['ask_reply', 'reply', 'no_reply'] as const).map((act) => ({ act })),
  ],
  feedback_results: [{}, { indicator: 8 }, { indicator: 3 }, { indicator: 12 }],
  feedback_reply: [{}, { ref: '7K3M9QXT2BD04F6G8HJK' }, { ref: '7K3M9QXT2BD04F6G8HJK', act: 'withdraw' }],
  report_corruption: [{}, { anonymous: true }],
  subscribe: [{}, { topic: 'news' }],
  unsubscribe: [{}, { topic: 'results' }, { act: 'choose' }],
  announce: [{}, { year: 2565 }, { year: 2599 }, { reach: 'staff' }],
  push_preview: [{}, { kind: 'staff-digest' }, { kind: 'manager-digest' }, { kind: 'news' }],
  push_missed: [
    { kind: 'staff-digest' },
    { kind: 'news', at: '2026-11-10T10:00', reach: 'all' },
    { kind: 'staff-digest', at: '2026-11-09T09:00', reach: 'managers', reserve: true, act: 'send' },
  ],
  urgent_news: [{}, { draft: 'AbCdEf-_' }, { draft: 'AbCdEf-_', reach: 'everybody', act: 'send' }, { act: 'drop' }],
  push_log: [{}],
  help: [{}],
  greeting: [{}],
  talk_to_human: [{}],
  register_staff: [{}],
  join_staff: [
    {},
    { code: '7K3M9QXT2BD' },
    { code: '7K3M9QXT2BD', act: 'confirm' },
    { code: '7K3M9QXT2BD', act: 'lower' },
    { act: 'decline' },
  ],
  invite_staff: [
    {},
    { role: 'admin', uses: 20, days: 30, division: 'finance' },
    { act: 'make' },
    { act: 'choose_division' },
    { act: 'list' },
    { act: 'show', ref: '7K3M9QXT' },
    { act: 'cancel', ref: '7K3M9QXT' },
  ],
  staff_list: [{}, { page: 9 }],
  staff_member: [
    { handle: '2BD04F6G' },
    { handle: '7K3M9QXT' },
    { handle: '7K3M9QXT', role: 'staff' },
    { handle: '7K3M9QXT', division: 'finance' },
    ...(['choose_role', 'choose_division', 'whole', 'withdraw', 'withdraw_confirmed'] as const).map((act) => ({
      handle: '7K3M9QXT',
      act,
    })),
  ],
  audit_log: [{}, { by: '7K3M9QXT' }, { by: 'command' }, { subject: '7K3M9QXT' }],
  qr_code: [{}, { purpose: 'feedback' }],
  report: [{}, { year: 2565 }],
  contact: [{}],
  privacy: [
    {},
    { action: 'notice' },
    { action: 'export' },
    { action: 'delete' },
    { action: 'delete_confirmed' },
    { action: 'withdraw' },
  ],
  my_work: [{}, { done: true }, { page: 2 }],
  work_measure: [
    { measure: 1, year: 2566 },
    { measure: 99, year: 2566 },
    { measure: 1, year: 2566, percent: 50, rev: 0 },
    ...(['start', 'done', 'stop', 'reopen', 'percent', 'note', 'picture', 'undo', 'history'] as const).map((act) => ({
      measure: 1,
      year: 2566,
      act,
    })),
  ],
  measure_board: [{}, ...BOARD_LISTS.map((list) => ({ list }))],
  assign_measure: [
    { measure: 1, year: 2566 },
    { measure: 1, year: 2566, nobody: true },
  ],
  measure_due: [
    { measure: 1, year: 2566 },
    { measure: 1, year: 2566, day: '2023-01-01' },
  ],
  add_measure: [{}, { code: 'I29' }, { indicator: 5 }],
  work_home: [{}],
  counter_codes: [{}, { act: 'make' }, { act: 'make_staff' }, { after: 'A'.repeat(64) }],
  counter_code: [
    { point: '7K3M9QXT2BD' },
    ...(['rename', 'stop', 'stop_confirmed', 'open'] as const).map((act) => ({ point: '7K3M9QXT2BD', act })),
  ],
  feedback_inbox: [
    {},
    { state: 'all', whose: 'all' },
    { asked: true },
    { indicator: 6, general: true },
    { point: '7K3M9QXT2BD' },
    { round: 'last' },
    { round: 'last', choose: 'point' },
    { choose: 'indicator' },
    { choose: 'point', after: 'A'.repeat(64) },
  ],
  feedback_item: [
    { ref: 'A'.repeat(64) },
    ...(['answer', 'send', 'hide', 'hand', 'unhand'] as const).map((act) => ({ ref: 'A'.repeat(64), act })),
  ],
  hidden_feedback: [{}, { ref: 'A'.repeat(64) }, { ref: 'A'.repeat(64), act: 'show' }],
  off_topic: [{}],
  not_understood: [{}, { nearest: ['weakest', 'measures', 'no_such_intent'] }],
};

const REQUESTS = INTENTS.flatMap((intent) => ASKED[intent].map((slots) => ({ intent, slots }) as Request));
const atWork = ({ intent }: Request): boolean => NEEDED_ROLE[intent] !== 'citizen';

/** Asks as somebody about whom nothing is stored, or, where a role is needed, as an admin; each request is an event of its own. */
async function asker(): Promise<(request: Request, context: AnswerContext) => Promise<Reply>> {
  const [desk, work] = [emptyDesk(), await deskOfAdmin()];
  return (request, context) => {
    const staff = atWork(request) ? { staff: ADMIN } : {};
    const user = context.user && { ...context.user, ...staff, eventId: `event-${REQUESTS.indexOf(request)}` };
    return replyWith(request, { ...context, user }, user?.staff ? work : desk);
  };
}

const ASKER = { id: 'Uasker', eventMs: 1000, nowMs: 0, eventId: 'event' };
const HEAVY = [0, 1, 10, 50].map((count) => [`${count} items with words of 300 characters`, heavy(count)] as const);
const PILED = ['words that pile up marks', heavy(50, `ก${'ิ์'.repeat(149)}`)] as const;
const ALL = [...Object.entries(STATES), ...HEAVY, PILED];

describe('every answer', () => {
  it.each(ALL)('is something LINE takes, and leads on: %s', async (_, knowledge) => {
    const ask = await asker();
    for (const user of [{ id: 'Uasker', eventMs: 1, eventId: 'event', nowMs: 0 }, undefined]) {
      const context = contextOf(knowledge, { user });
      const replies = await Promise.all(
        REQUESTS.map(async (request) => [JSON.stringify(request), await ask(request, context)] as const),
      );
      const all = [
        ...replies,
        ['welcome', welcome(context)],
        ['joined', welcome(context, 'group')],
        ['sticker', nonText('sticker', context)],
      ] as const;
      for (const [asked, reply] of all) {
        const dead = postbacksIn(reply).filter((data) => decodePostback(data) === undefined);
        expect({ asked, refused: checkMessages(reply.messages), dead }).toEqual({ asked, refused: [], dead: [] });
        expect(reply.messages).toHaveLength(1);
        expect(postbacksIn(reply).length).toBeGreaterThan(2);
      }
    }
  });

  it.each(Object.entries(STATES))('is the same for the same question: %s', async (_, knowledge) => {
    const ask = await asker();
    const context = contextOf(knowledge);
    for (const request of REQUESTS)
      expect((await ask(request, context)).messages).toEqual((await ask(request, context)).messages);
  });

  it('is personal if and only if it depends on who asks', async () => {
    const ask = await asker();
    const { 'two years': knowledge } = STATES;
    if (!knowledge) throw new Error('the state is named above');
    for (const request of REQUESTS) {
      const known = await ask(request, contextOf(knowledge));
      const unknown = await ask(request, contextOf(knowledge, { user: undefined }));
      // What is known about oneself differs anyway, and erasing it would take the role away.
      const own = request.intent === 'privacy';
      const officer = own ? known : await ask(request, contextOf(knowledge, { user: { ...ASKER, staff: ADMIN } }));
      const all = [known, unknown, officer];
      const differs = new Set(all.map(({ messages }) => JSON.stringify(messages))).size > 1 || known.writes.length > 0;
      const marked = all.map(({ personal }) => personal ?? false);
      expect({ request, marked }).toEqual({ request, marked: [differs, differs, differs] });
    }
  });

  it.each(ALL)('shows no score without its fiscal year and source, also to the ear: %s', async (_, knowledge) => {
    const ask = await asker();
    const context = contextOf(knowledge);
    for (const request of REQUESTS) {
      const reply = await ask(request, context);
      const words = wordsOn(reply);
      if (!/\d\.\d\d\b/.test(words) || request.intent === 'grade_meaning') continue;
      const lacks = [
        ...(/ที่มา: /.test(words) ? [] : ['source']),
        ...(/25\d\d/.test(words) ? [] : ['year']),
        ...(/25\d\d/.test(altTextOf(reply.messages[0])) ? [] : ['year in altText']),
      ];
      expect({ request, lacks }).toEqual({ request, lacks: [] });
    }
  });

  it.each([
    ['that a weak item has no measure', 'ไม่มีมาตรการที่ตอบข้อนี้'],
    ['a sentence of the report that turned its meaning round', 'สินบน'],
    ['the name of another agency that was left in the report', 'บางจาน'],
    ['the web site of another agency', 'กรุงเทพมหานคร'],
  ])('leaves to staff %s', async (_, words) => {
    const ask = await asker();
    for (const request of REQUESTS)
      expect(JSON.stringify((await ask(request, contextOf(STATES['one year'] as never))).messages)).not.toContain(
        words,
      );
  });

  it('has a bar only where its number stands beside it', async () => {
    const ask = await asker();
    for (const request of REQUESTS) {
      const reply = await ask(request, contextOf(STATES['two years'] as never));
      for (const part of objectsIn(reply.messages)) {
        const bar = objectsIn(part['contents']).find((inner) => typeof inner['width'] === 'string');
        if (part['type'] === 'bubble' && bar) expect(JSON.stringify(part)).toMatch(/\d\d\.\d\d|คืบหน้า \d+%/);
      }
    }
  });

  it('covers every intent', () => expect(Object.keys(ANSWERS).sort()).toEqual([...INTENTS].sort()));
});
