import { describe, expect, it } from 'vitest';
import { checkMessages } from '../../../src/line/limits/check-messages.ts';
import { ANSWERS } from '../../../src/chat/answers/answers.ts';
import { nonText } from '../../../src/chat/answers/non-text.ts';
import { welcome } from '../../../src/chat/answers/welcome.ts';
import { decodePostback } from '../../../src/chat/postback.ts';
import { INTENTS, type Intent, type Request, type Slots } from '../../../src/chat/request.ts';
import { contextOf, emptyDesk, heavy, LONG_WORDS, replyWith, STATES } from './knowledge.ts';
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
    ...(['decline', 'done', 'comment', 'anyway', 'drop_comment', 'withdraw'] as const).map((act) => ({ act })),
    ...(['ask_reply', 'reply', 'no_reply'] as const).map((act) => ({ act })),
  ],
  feedback_results: [{}, { indicator: 8 }, { indicator: 3 }, { indicator: 12 }],
  feedback_reply: [{}, { ref: '7K3M9QXT2BD04F6G8HJK' }, { ref: '7K3M9QXT2BD04F6G8HJK', act: 'withdraw' }],
  report_corruption: [{}, { anonymous: true }],
  subscribe: [{}],
  unsubscribe: [{}],
  help: [{}],
  greeting: [{}],
  talk_to_human: [{}],
  register_staff: [{}],
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
  off_topic: [{}],
  not_understood: [{}, { nearest: ['weakest', 'measures', 'no_such_intent'] }],
};

const REQUESTS = INTENTS.flatMap((intent) => ASKED[intent].map((slots) => ({ intent, slots }) as Request));
const HEAVY = [0, 1, 10, 50].map((count) => [`${count} items with words of 300 characters`, heavy(count)] as const);
const PILED = ['words that pile up marks', heavy(50, `ก${'ิ์'.repeat(149)}`)] as const;
const ALL = [...Object.entries(STATES), ...HEAVY, PILED];

describe('every answer', () => {
  it.each(ALL)('is something LINE takes, and leads on: %s', async (_, knowledge) => {
    const desk = emptyDesk();
    for (const user of [{ id: 'Uasker', eventMs: 1 }, undefined]) {
      const context = contextOf(knowledge, { user });
      const replies = await Promise.all(
        REQUESTS.map(async (request) => [JSON.stringify(request), await replyWith(request, context, desk)] as const),
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
    const desk = emptyDesk();
    const context = contextOf(knowledge);
    for (const request of REQUESTS)
      expect((await replyWith(request, context, desk)).messages).toEqual(
        (await replyWith(request, context, desk)).messages,
      );
  });

  it('is personal if and only if it depends on who asks', async () => {
    const desk = emptyDesk();
    const { 'two years': knowledge } = STATES;
    if (!knowledge) throw new Error('the state is named above');
    for (const request of REQUESTS) {
      const known = await replyWith(request, contextOf(knowledge), desk);
      const unknown = await replyWith(request, contextOf(knowledge, { user: undefined }), desk);
      const differs = JSON.stringify(known.messages) !== JSON.stringify(unknown.messages) || known.writes.length > 0;
      const marked = [known.personal ?? false, unknown.personal ?? false];
      expect({ request, marked }).toEqual({ request, marked: [differs, differs] });
    }
  });

  it.each(ALL)('shows no score without its fiscal year and source, also to the ear: %s', async (_, knowledge) => {
    const desk = emptyDesk();
    const context = contextOf(knowledge);
    for (const request of REQUESTS) {
      const reply = await replyWith(request, context, desk);
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
    const desk = emptyDesk();
    for (const request of REQUESTS)
      expect(
        JSON.stringify((await replyWith(request, contextOf(STATES['one year'] as never), desk)).messages),
      ).not.toContain(words);
  });

  it('has a bar only where its number stands beside it', async () => {
    const desk = emptyDesk();
    for (const request of REQUESTS) {
      const reply = await replyWith(request, contextOf(STATES['two years'] as never), desk);
      for (const part of objectsIn(reply.messages)) {
        const bar = objectsIn(part['contents']).find((inner) => typeof inner['width'] === 'string');
        if (part['type'] === 'bubble' && bar) expect(JSON.stringify(part)).toMatch(/\d\d\.\d\d|คืบหน้า \d+%/);
      }
    }
  });

  it('covers every intent', () => expect(Object.keys(ANSWERS).sort()).toEqual([...INTENTS].sort()));
});
