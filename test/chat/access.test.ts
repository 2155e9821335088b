import { describe, expect, it } from 'vitest';
import { NEEDED_ROLE } from '../../src/chat/access.ts';
import { INTENTS, type Intent, type Request, type Slots } from '../../src/chat/request.ts';
import { understand } from '../../src/chat/understand/understand.ts';
import { mayActAs, ROLES, type Role } from '../../src/people/role.ts';
import type { StaffMember } from '../../src/people/staff-member.ts';
import { COLLECTIONS, staff, waiting } from '../../src/store/collections.ts';
import type { AgencyStore } from '../../src/store/port.ts';
import { memoryAgency } from '../memory-agency.ts';
import { ADMIN } from './answers/knowledge.ts';
import { startTalk } from './talk.ts';

const USER = `U${'1'.repeat(32)}`;
const COLLEAGUE = `U${'2'.repeat(32)}`;
const HANDLE = '2BD04F6G';

/**
 * Every request as buttons make it, above all those that change something. A new intent has to have its line here; whether it needs a
 * role is read from the table that the conversation reads.
 */
const SAMPLES: { readonly [I in Intent]: readonly [Slots<I>, ...Slots<I>[]] } = {
  overall_score: [{}],
  score_list: [{}],
  indicator_score: [{ indicator: 6 }],
  instrument_score: [{ instrument: 'IIT' }],
  item_info: [{ code: 'E11' }],
  weakest: [{}],
  strongest: [{}],
  compare_years: [{}],
  grade_meaning: [{}],
  definition: [{}],
  measures: [{}],
  measure_progress: [{ measure: 1 }],
  give_feedback: [{ indicator: 8, step: 67 }],
  feedback_results: [{}],
  feedback_reply: [{}],
  report_corruption: [{}],
  subscribe: [{}],
  unsubscribe: [{}, { topic: 'news' }, { act: 'choose' }],
  announce: [{}, { year: 2565 }, { year: 2565, reach: 'staff' }],
  push_preview: [{}, { kind: 'manager-digest' }],
  push_missed: [{ kind: 'news' }, { kind: 'news', at: '2026-11-10T10:00', reach: 'all', reserve: true, act: 'send' }],
  urgent_news: [{}, { draft: 'AbCdEf-_', reach: 'staff', act: 'send' }, { act: 'drop' }],
  push_log: [{}],
  help: [{}],
  greeting: [{}],
  talk_to_human: [{}],
  register_staff: [{}],
  join_staff: [{}, { code: '7K3M9QXT2BD' }, { code: '7K3M9QXT2BD', act: 'confirm' }],
  invite_staff: [{}, { act: 'make', role: 'admin' }, { act: 'list' }, { act: 'cancel', ref: HANDLE }],
  staff_list: [{}],
  staff_member: [{ handle: HANDLE }, { handle: HANDLE, role: 'admin' }, { handle: HANDLE, act: 'withdraw_confirmed' }],
  audit_log: [{}, { by: HANDLE }, { subject: HANDLE }],
  my_work: [{}],
  work_measure: [{ measure: 1, year: 2566 }],
  measure_board: [{}],
  assign_measure: [{ measure: 1, year: 2566 }],
  measure_due: [{ measure: 1, year: 2566 }],
  add_measure: [{ indicator: 8 }],
  work_home: [{}],
  counter_codes: [{}, { act: 'make' }],
  counter_code: [{ point: '7K3M9QXT2BD' }, { point: '7K3M9QXT2BD', act: 'stop_confirmed' }],
  feedback_inbox: [{}, { choose: 'point' }],
  feedback_item: [{ ref: 'A'.repeat(64) }, { ref: 'A'.repeat(64), act: 'hide', why: 'rude' }],
  hidden_feedback: [{}, { ref: 'A'.repeat(64), act: 'show' }],
  qr_code: [{}],
  report: [{}],
  contact: [{}],
  privacy: [{}, { action: 'export' }],
  off_topic: [{}],
  not_understood: [{}],
};

/** What staff type and menus send; each has to be what a role is needed for. */
const PHRASES = [
  'รายชื่อเจ้าหน้าที่',
  'เชิญเจ้าหน้าที่',
  'รหัสเชิญที่ใช้ได้',
  'บันทึกการแก้ไข',
  'งานวันนี้',
  'ความเห็นใหม่',
  'รหัสของฉัน',
  'รายงานการส่ง',
  'ความเห็นที่ซ่อน',
];

const REQUESTS = INTENTS.flatMap((intent) => SAMPLES[intent].map((slots) => ({ intent, slots }) as Request));
const OF_STAFF = REQUESTS.filter(({ intent }) => NEEDED_ROLE[intent] !== 'citizen');
const GROUP = { type: 'group', chatId: `C${'3'.repeat(32)}`, userId: USER } as const;

/** An agency with a colleague, and somebody with that role who asks; a citizen is not known at all. */
async function agencyWith(role: Role): Promise<AgencyStore> {
  const store = memoryAgency();
  if (role !== 'citizen') await store.set(staff, USER, { ...ADMIN, role });
  await store.set(staff, COLLEAGUE, { ...ADMIN, role: 'staff', handle: HANDLE, name: null });
  return store;
}

/** Everything that is stored, but what is waited for, if so wished. */
async function everything(store: AgencyStore, { waits = true } = {}): Promise<string> {
  const looked = COLLECTIONS.filter(({ path }) => waits || path !== waiting.path);
  return JSON.stringify(await Promise.all(looked.map((one) => store.query<unknown>(one as never))));
}

async function ask(
  request: Request,
  store: AgencyStore,
  more: { source?: typeof GROUP; staff?: (id: string) => StaffMember | undefined } = {},
): Promise<{ cards: string[]; changed: boolean }> {
  const waits = more.staff === undefined;
  const before = await everything(store, { waits });
  const talk = startTalk(store, { userId: USER, ...(more.staff ? { staff: more.staff } : {}) });
  await talk.ready;
  const { cards } = await talk.tap(request.intent, request.slots, more.source ? { source: more.source } : {});
  return { cards, changed: (await everything(store, { waits })) !== before };
}

describe.each(ROLES)('a person with the role %s', (role) => {
  it.each(REQUESTS)('is answered, or kindly refused without any change: %j', async (request) => {
    const needed = NEEDED_ROLE[request.intent];
    const { cards, changed } = await ask(request, await agencyWith(role));
    if (mayActAs(role, needed)) {
      expect(cards).toHaveLength(1);
      expect(cards).not.toContain('not-allowed');
      expect(cards).not.toContain('only-in-private');
    } else expect({ cards, changed }).toEqual({ cards: ['not-allowed'], changed: false });
  });

  it.each(PHRASES)('who types %s is treated like one who taps', async (text) => {
    const { intent } = understand(text, { today: 2569 }).request;
    expect(NEEDED_ROLE[intent]).not.toBe('citizen');
    const talk = startTalk(await agencyWith(role), { userId: USER });
    await talk.ready;
    expect((await talk.write(text)).cards.includes('not-allowed')).toBe(!mayActAs(role, NEEDED_ROLE[intent]));
  });
});

describe('in a group', () => {
  it.each(OF_STAFF)('not even an admin can do what only staff can: %j', async (request) => {
    const { cards, changed } = await ask(request, await agencyWith('admin'), { source: GROUP });
    expect({ cards, changed }).toEqual({ cards: ['only-in-private'], changed: false });
  });
});

describe('a server that has not heard yet that a role was withdrawn', () => {
  it.each(OF_STAFF)('changes nothing, but may wait for words that are then refused: %j', async (request) => {
    const store = await agencyWith('citizen');
    const stale = { staff: (id: string) => (id === USER ? ADMIN : undefined) };
    expect((await ask(request, store, stale)).changed).toBe(false);
  });

  it.each(OF_STAFF.filter(showsPeople))('shows no names, codes or changes either: %j', async (request) => {
    const stale = { staff: (id: string) => (id === USER ? ADMIN : undefined) };
    expect((await ask(request, await agencyWith('citizen'), stale)).cards).toEqual(['not-allowed']);
  });
});

/** The first card of an invitation shows nothing yet. */
function showsPeople({ intent, slots }: Request): boolean {
  if (intent === 'invite_staff') return slots.act !== undefined;
  return intent === 'staff_list' || intent === 'staff_member' || intent === 'audit_log';
}
