import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveProfile } from '../../src/agency/profile-record.ts';
import { NEEDED_ROLE } from '../../src/chat/access.ts';
import { encodePostback } from '../../src/chat/postback.ts';
import type { Intent, Slots } from '../../src/chat/request.ts';
import type { LineEvent } from '../../src/line/webhook-event.ts';
import { mayActAs, ROLES, type Role } from '../../src/people/role.ts';
import { measures, progress, staff } from '../../src/store/collections.ts';
import type { AgencyStore } from '../../src/store/port.ts';
import { memoryAgency } from '../memory-agency.ts';
import { NOW, openOffice, staffMember } from '../measures/office.ts';
import { STATES } from './answers/knowledge.ts';
import { conversationOn, eventOf, saidTo, type ConversationOn } from './conversation-on.ts';

const USER = `U${'e'.repeat(32)}`;
const REFUSED = 'รายการนี้สำหรับ';
const one = { measure: 1, year: 2570, rev: 0 };

const data = <I extends Intent>(intent: I, slots: Slots<I>): string => encodePostback(intent, slots as never);
/** Everything that can be asked about work on measures, the role it takes, and whether it writes. */
const ASKED: readonly (readonly [what: string, intent: Intent, data: string, needed: Role, writes: boolean])[] = [
  ['one’s own work', 'my_work', data('my_work', {}), 'staff', false],
  ['a measure', 'work_measure', data('work_measure', one), 'staff', false],
  ['its history', 'work_measure', data('work_measure', { ...one, act: 'history' }), 'staff', false],
  ['a step', 'work_measure', data('work_measure', { ...one, act: 'start' }), 'staff', true],
  ['a percent', 'work_measure', data('work_measure', { ...one, percent: 50 }), 'staff', true],
  ['the board', 'measure_board', data('measure_board', {}), 'manager', false],
  ['a list of it', 'measure_board', data('measure_board', { list: 'uncovered' }), 'manager', false],
  [
    'giving it to a division',
    'assign_measure',
    data('assign_measure', { ...one, division: 'finance' }),
    'manager',
    true,
  ],
  ['its due day', 'measure_due', data('measure_due', { ...one, day: '2027-01-15' }), 'manager', true],
  ['a new measure', 'add_measure', data('add_measure', {}), 'manager', false],
];

let store: AgencyStore;
let chat: ConversationOn | undefined;
beforeEach(async () => {
  store = memoryAgency();
  const profile = STATES['one year']?.agency;
  if (!profile) throw new Error('the example has a profile');
  await saveProfile(store, { ...profile, divisions: [{ id: 'finance', name: 'กองคลัง' }] });
  await openOffice(store, { division: null });
});
afterEach(() => chat?.stop());

async function ask(role: Role, content: LineEvent['content'], known: Role = role): Promise<string> {
  if (known !== 'citizen') await store.set(staff, USER, staffMember('EEEEEEE5', known));
  chat = await conversationOn(store, () => NOW);
  if (known !== role) await store.set(staff, USER, staffMember('EEEEEEE5', role));
  return saidTo(chat, eventOf(USER, 'event', NOW.getTime(), content));
}
const tapped = (data: string): LineEvent['content'] => ({ kind: 'postback', data, date: undefined });
const count = async (): Promise<number> => (await store.query(progress)).docs.length;

describe.each(ASKED)('%s', (_, intent, data, needed, writes) => {
  it('needs the role that the table names', () => expect(NEEDED_ROLE[intent]).toBe(needed));

  it.each(ROLES)('for a %s is answered or kindly refused, and what is refused changes nothing', async (role) => {
    const said = await ask(role, tapped(data));
    const allowed = mayActAs(role, needed);
    expect(said.includes(REFUSED)).toBe(!allowed);
    expect(await count()).toBe(allowed && writes ? 1 : 0);
    if (!allowed) expect((await store.get(measures, '2570-1'))?.revision).toBe(0);
  });
});

it.each(ASKED.filter(([, , , , writes]) => writes))(
  '%s is refused to whoever lost the role a moment ago on another server',
  async (_, _intent, data) => {
    const former = ask('citizen', tapped(data), 'manager');
    // The watch may have told already; either way nothing is written.
    expect(await former).toContain(REFUSED);
    expect(await count()).toBe(0);
  },
);

it.each(['งานของฉัน', 'กระดานมาตรการ', 'กระดาน มาตรการครับ'])(
  'typed as %j it is refused to a citizen as well',
  async (text) => {
    expect(await ask('citizen', { kind: 'text', text, mentionsBot: false, messageId: '1' })).toContain(REFUSED);
  },
);

it('is never answered in a group, whoever asks', async () => {
  await store.set(staff, USER, staffMember('EEEEEEE5', 'admin'));
  chat = await conversationOn(store, () => NOW);
  for (const [, , data] of ASKED) {
    const inGroup: LineEvent = {
      ...eventOf(USER, `event ${data}`, NOW.getTime(), tapped(data)),
      source: { type: 'group', chatId: `C${'1'.repeat(32)}`, userId: USER },
    };
    expect(await saidTo(chat, inGroup)).toContain('แชตส่วนตัว');
  }
  expect(await count()).toBe(0);
});
