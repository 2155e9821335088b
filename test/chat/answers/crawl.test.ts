import { describe, expect, it } from 'vitest';
import { NEEDED_ROLE } from '../../../src/chat/access.ts';
import type { AnswerContext, Knowledge, Reply } from '../../../src/chat/answer.ts';
import { welcome } from '../../../src/chat/answers/welcome.ts';
import { decodePostback } from '../../../src/chat/postback.ts';
import type { Desk } from '../../../src/chat/feedback/desk.ts';
import { INTENTS, type Intent, type Request } from '../../../src/chat/request.ts';
import type { Cards } from '../../../src/flex/cards.ts';
import { measureId } from '../../../src/measures/measure.ts';
import { measures, schedules, staff } from '../../../src/store/collections.ts';
import { ADMIN, CARDS, contextOf, deskOfAdmin, emptyDesk, heavy, replyWith, STATES } from './knowledge.ts';
import { postbacksIn } from './look-into.ts';
import { createQrCode } from '../../../src/feedback/qr-codes.ts';
import { CODE, give } from '../../feedback/given.ts';
import { hideNow } from '../../feedback/officer.ts';

const USER = `U${'0'.repeat(32)}`;

/** Whoever has no role any more can tap no further. */
function endsTheCrawl({ intent, slots }: Request): boolean {
  if (intent === 'privacy') return slots.action === 'delete_confirmed';
  if (intent !== 'staff_member' || slots.handle !== ADMIN.handle) return false;
  return slots.role !== undefined || slots.act === 'withdraw_confirmed';
}

/** The example agency with divisions. */
function divided(): Knowledge {
  const { 'two years': knowledge } = STATES;
  if (!knowledge?.agency) throw new Error('the state is named in knowledge.ts');
  return { ...knowledge, agency: { ...knowledge.agency, divisions: [{ id: 'finance', name: 'กองคลัง' }] } };
}

/** A colleague to look at, change and withdraw, two measures to work on; a code, what was said through it, and what was hidden; news that did not fit. */
async function deskAtWork({ measures: all }: Knowledge): Promise<Desk> {
  const desk = await deskOfAdmin(USER);
  for (const measure of all.slice(0, 2)) await desk.store.set(measures, measureId(measure), measure);
  await createQrCode(desk.store, { point: 'งานทะเบียน', fiscalYear: 2567 }, { clock: desk.clock, newCode: () => CODE });
  await give(desk.store, 'WAITS', { fiscalYear: 2567, comment: 'รอนาน' });
  await give(desk.store, 'ABUSE', { fiscalYear: 2567, comment: 'คำหยาบ' });
  await hideNow(desk.store, 'ABUSE', 'หยาบคาย');
  await desk.store.set(schedules, 'news', {
    last: '2026-11-10T10:00',
    atMs: 0,
    outcome: 'not-enough-left',
    missing: { people: 500, left: 12 },
    told: {},
    counts: null,
  });
  await desk.store.set(staff, `U${'1'.repeat(32)}`, { ...ADMIN, role: 'staff', handle: '2BD04F6G', name: null });
  return desk;
}

/** Goes through the whole bot by its buttons alone: from the welcome, an admin also from the card that says who they are. */
async function crawl(asked: AnswerContext, who: 'citizen' | 'admin' = 'citizen') {
  const isAdmin = who === 'admin';
  const user = { id: USER, eventMs: 1000, eventId: 'event', nowMs: 0, ...(isAdmin ? { staff: ADMIN } : {}) };
  const context = { ...asked, user };
  const desk = isAdmin ? await deskAtWork(asked.knowledge) : emptyDesk();
  const cards = new Set<string>();
  const watching: Cards = {
    names: CARDS.names,
    render(name, data) {
      cards.add(name);
      return CARDS.render(name, data);
    },
  };
  const watched = { ...context, cards: watching };
  const intents = new Set<Intent>();
  const seen = new Set<string>();
  const ways = new Set<string>();
  const follow = async (reply: Reply): Promise<void> => {
    await desk.store.transaction(async (tx) => {
      for (const write of reply.writes) await write(tx);
    });
    for (const data of postbacksIn(reply)) {
      // What only tells how new the card was, or which page it is, leads to the same.
      const way = data.replaceAll(/&(?:rev|after)=[^&]*/g, '');
      if (ways.has(way)) continue;
      ways.add(way);
      seen.add(data);
      const request = decodePostback(data);
      if (!request) throw new Error(`a button leads nowhere: ${data}`);
      intents.add(request.intent);
      if (isAdmin && endsTheCrawl(request)) continue;
      const tap = { ...watched, user: { ...user, eventId: `event-${seen.size}` } };
      await follow(await replyWith(request, tap, desk));
    }
  };
  await follow(welcome(watched));
  if (isAdmin) await follow(await replyWith({ intent: 'register_staff', slots: {} }, watched, desk));
  return { cards, intents, seen, desk };
}

type Crawled = Omit<Awaited<ReturnType<typeof crawl>>, 'desk'>;
const crawled = new Map<string, Crawled>();

/** What a crawl found, for tests that need not look into its store: each crawl is made once. */
async function crawledThrough(state: string, who: 'citizen' | 'admin' = 'citizen'): Promise<Crawled> {
  const knowledge = state === FIFTY ? fifty() : who === 'admin' ? divided() : STATES[state];
  if (!knowledge) throw new Error(`there is no state ${state}`);
  const found = crawled.get(`${who} ${state}`) ?? (await crawl(contextOf(knowledge), who));
  crawled.set(`${who} ${state}`, found);
  return found;
}

/** What only words, stickers or slips of the finger lead to. */
const ONLY_TYPED: readonly Intent[] = ['greeting', 'off_topic', 'not_understood'];

/** What a citizen never meets. */
const WORK = INTENTS.filter((intent) => NEEDED_ROLE[intent] !== 'citizen');

const FIFTY = '50 of everything';
/** 50 items and 50 measures, in two years; more years would only be more of the same. */
function fifty(): Knowledge {
  const knowledge = heavy(50);
  return { ...knowledge, assessments: knowledge.assessments.slice(-2) };
}

describe('the whole bot, used without typing', () => {
  it('reaches every intent that is worth asking', async () => {
    const { intents } = await crawledThrough('two years');
    expect(INTENTS.filter((intent) => !intents.has(intent) && !WORK.includes(intent))).toEqual(ONLY_TYPED);
    expect(WORK.filter((intent) => intents.has(intent))).toEqual([]);
  });

  it('reaches everything that staff can do, as an admin', async () => {
    const { intents } = await crawledThrough('two years', 'admin');
    expect(WORK.filter((intent) => !intents.has(intent))).toEqual([]);
  });

  it.each([...Object.keys(STATES), FIFTY])('has no dead end: %s', async (state) => {
    const { seen } = await crawledThrough(state);
    expect(seen.size).toBeGreaterThan(20);
  });

  it('reaches every card of a result in one of its states', async () => {
    const reached = new Set<string>();
    for (const state of Object.keys(STATES)) for (const name of (await crawledThrough(state)).cards) reached.add(name);
    for (const name of (await crawledThrough('two years', 'admin')).cards) reached.add(name);
    const typedOnly = [
      'feedback-closed',
      'feedback-corruption',
      'feedback-item-preview',
      'greeting',
      'join-confirm',
      'join-refused',
      'no-such-indicator',
      'no-such-item',
      'non-text',
      'not-allowed',
      'not-understood',
      'nothing-there',
      'off-topic',
      'only-in-private',
      // Pushed, not answered: test/push
      'push-answer',
      'push-manager-digest',
      'push-news',
      'push-results',
      'push-staff-digest',
      'push-urgent',
      // Where something can be sent: test/push
      'send-choose',
      'send-confirm',
      'send-done',
      'which-item',
      // Only when two people change a measure at the same time: test/chat/answers/work.test.ts
      'work-newer',
      'year-not-published',
    ];
    expect(CARDS.names.filter((name) => !reached.has(name))).toEqual(typedOnly);
  });

  it('reaches each of 50 items and 50 measures', async () => {
    const { seen } = await crawledThrough(FIFTY);
    const requests = [...seen].map(decodePostback);
    const items = new Set(
      requests.map((request) => (request?.intent === 'item_info' ? request.slots.code : undefined)),
    );
    const measures = new Set(
      requests.map((request) => (request?.intent === 'measure_progress' ? request.slots.measure : undefined)),
    );
    expect(items.size).toBeGreaterThanOrEqual(50 + 1);
    expect(measures.size).toBeGreaterThanOrEqual(50 + 1);
  });

  it('leads on from every card: at least the menu and the contact are one tap away', async () => {
    for (const knowledge of Object.values(STATES)) {
      const context = contextOf(knowledge);
      const { seen, desk } = await crawl(context);
      for (const data of seen) {
        const request = decodePostback(data);
        if (!request || request.intent === 'help') continue;
        const leadsOn = postbacksIn(await replyWith(request, context, desk)).includes('intent=help');
        expect({ data, leadsOn }).toEqual({ data, leadsOn: true });
      }
    }
  });
});
