import { describe, expect, it } from 'vitest';
import { NEEDED_ROLE } from '../../../src/chat/access.ts';
import { createSeal } from '../../../src/chat/feedback/seal.ts';
import { encodePostback } from '../../../src/chat/postback.ts';
import type { Intent, Slots } from '../../../src/chat/request.ts';
import { addComment, askForReply } from '../../../src/feedback/give-feedback.ts';
import { createQrCode, findQrCode } from '../../../src/feedback/qr-codes.ts';
import { checkMessages } from '../../../src/line/limits/check-messages.ts';
import { mayActAs, ROLES, type Role } from '../../../src/people/role.ts';
import type { StaffMember } from '../../../src/people/staff-member.ts';
import { audit, qrcodes, staff } from '../../../src/store/collections.ts';
import type { Operation } from '../../../src/store/operation.ts';
import type { AgencyStore } from '../../../src/store/port.ts';
import { openSqliteStore } from '../../../src/store/sqlite/open-sqlite-store.ts';
import { CODE, give, NOW, stored, USER as GIVER } from '../../feedback/given.ts';
import { answerNow, hideNow } from '../../feedback/officer.ts';
import { memoryAgency } from '../../memory-agency.ts';
import type { LineEvent } from '../../../src/line/webhook-event.ts';
import { startTalk, TALK_SECRET } from '../talk.ts';
import { ADMIN } from './knowledge.ts';
import { objectsIn } from './look-into.ts';

const USER = `U${'a'.repeat(32)}`;
const REF = createSeal(TALK_SECRET).seal('GIVEN');
/** Requests of mine that change something, and some that do not. */
const REQUESTS: readonly (readonly [intent: Intent, slots: object])[] = [
  ['work_home', {}],
  ['counter_codes', {}],
  ['counter_codes', { act: 'make' }],
  ['counter_code', { point: CODE, act: 'stop_confirmed' }],
  ['feedback_inbox', {}],
  ['feedback_item', { ref: REF }],
  ['feedback_item', { ref: REF, act: 'answer' }],
  ['feedback_item', { ref: REF, act: 'hide', why: 'rude' }],
  ['feedback_item', { ref: REF, act: 'unhand' }],
  ['hidden_feedback', {}],
  ['hidden_feedback', { ref: REF, act: 'show' }],
];
const COMMENT = 'รอคิวนานมาก';
const group = { source: { type: 'group', chatId: `C${'b'.repeat(32)}`, userId: USER } } as const;

async function prepared(store: AgencyStore): Promise<void> {
  await createQrCode(store, { point: 'งานทะเบียน', fiscalYear: 2570 }, { clock: () => NOW, newCode: () => CODE });
  await give(store, 'GIVEN', { comment: COMMENT, division: 'office' });
}

async function employed(store: AgencyStore, role: Role): Promise<StaffMember | undefined> {
  const member: StaffMember = { ...ADMIN, role, division: 'office' };
  await store.set(staff, USER, member);
  return role === 'citizen' ? undefined : member;
}

/** A server on which that member works; what it says comes as JSON. */
function chatServer(store: AgencyStore, staff: () => StaffMember | undefined = () => undefined) {
  const talk = startTalk(store, { userId: USER, staff });
  const press = async (data: string, more: Partial<LineEvent> = {}): Promise<string> =>
    (await talk.says({ content: { kind: 'postback', data, date: undefined }, ...more })).json;
  return {
    press,
    ask: <I extends Intent>(intent: I, slots: Slots<I>) => press(encodePostback(intent, slots as never)),
    write: async (text: string, more: Partial<LineEvent> = {}): Promise<string> => (await talk.write(text, more)).json,
  };
}

/** Lets the watches of the store have their say. */
const watched = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const pressed = (intent: Intent, slots: object): string => encodePostback(intent, slots as Slots<Intent>);
/** Postback data of the button that says so. */
function buttonOf(said: string, label: string): string {
  const button = objectsIn(JSON.parse(said)).find((one) => one['type'] === 'postback' && one['label'] === label);
  return String(button?.['data']);
}

describe('what officers do in chat', () => {
  it.each(ROLES.flatMap((role) => REQUESTS.map(([intent, slots]) => [role, intent, slots] as const)))(
    'is, for a %s who asks %s %j, done or kindly refused, as the table says',
    async (role, intent, slots) => {
      const store = memoryAgency();
      await prepared(store);
      const member = await employed(store, role);
      const before = [await stored(store, 'GIVEN'), await findQrCode(store, CODE)];
      const said = await chatServer(store, () => member).press(pressed(intent, slots));
      const allowed = mayActAs(role, NEEDED_ROLE[intent]);
      expect(said.includes('รายการนี้สำหรับ')).toBe(!allowed);
      if (allowed) return;
      expect(said).not.toContain(COMMENT);
      expect([await stored(store, 'GIVEN'), await findQrCode(store, CODE)]).toEqual(before);
      expect(await store.count(audit)).toBe(0);
    },
  );

  it.each(REQUESTS)('is never done or shown in a group: %s %j', async (intent, slots) => {
    const store = memoryAgency();
    await prepared(store);
    const member = await employed(store, 'admin');
    const server = chatServer(store, () => member);
    const said = await server.press(pressed(intent, slots), group);
    expect(said).toContain('แชตส่วนตัว');
    expect(said).not.toContain(COMMENT);
    expect(await store.count(audit)).toBe(0);
  });

  it('reaches what still waits from the round before, as long as it is kept, and leads back', async () => {
    const store = memoryAgency();
    const member = await employed(store, 'staff');
    await give(store, 'OLD', { comment: COMMENT, fiscalYear: 2569, givenAtMs: NOW.getTime() - 90 * 86_400_000 });
    const server = chatServer(store, () => member);
    const home = await server.ask('work_home', {});
    expect(home).toMatch(/ค้างจากรอบปีก่อน[^]*รอบปีงบประมาณ 2569/);
    expect(home).toContain(pressed('feedback_inbox', { round: 'last', whose: 'all' }));
    const inbox = await server.ask('feedback_inbox', {});
    expect(inbox).toContain('ไม่มีความเห็นที่รอคำตอบ');
    const left = await server.press(buttonOf(inbox, 'รอบปีก่อน'));
    expect(left).toContain(COMMENT);
    expect(left).toContain('รอบปีงบประมาณ 2569');
    const narrowed = await server.press(buttonOf(left, 'รวมที่ตอบแล้ว'));
    expect(narrowed).toContain(COMMENT);
    expect(await server.press(buttonOf(narrowed, 'รอบปีนี้'))).toContain('ไม่มีความเห็นที่รอคำตอบ');
  });

  it('is asked for in a few words, which citizens’ sentences are not taken for', async () => {
    const store = memoryAgency();
    await prepared(store);
    const member = await employed(store, 'manager');
    const [officer, citizen] = [chatServer(store, () => member), chatServer(store)];
    for (const [words, title] of [
      ['งานวันนี้', 'มาตรการของสังกัด'],
      ['เมนูเจ้าหน้าที่ค่ะ', 'มาตรการของสังกัด'],
      ['QR ของฉัน', 'รหัสที่จุดบริการ'],
      ['ขอ QR แบบประเมิน', 'รหัสที่จุดบริการ'],
      ['ความเห็นใหม่', COMMENT],
      ['ความเห็นที่ซ่อน', 'ไม่มีความเห็นที่ซ่อนไว้'],
    ] as const)
      expect(await officer.write(words)).toContain(title);
    expect(await citizen.write('ขอ QR แบบประเมิน')).toContain('ให้ความเห็นด้วยคิวอาร์');
    expect(await citizen.write('อยากแสดงความเห็นใหม่เรื่องงานทะเบียน')).not.toContain('รายการนี้สำหรับ');
  });

  it('is one code, whichever server the name is delivered to again', async () => {
    const store = memoryAgency();
    const member = await employed(store, 'staff');
    const [a, b] = [chatServer(store, () => member), chatServer(store, () => member)];
    await a.ask('counter_codes', { act: 'make' });
    await watched();
    const first = await a.write('งานภาษี', { id: 'typed' });
    expect(await b.write('งานภาษี', { id: 'typed', redelivered: true })).toBe(first);
    expect([await store.count(qrcodes), await store.count(audit)]).toEqual([1, 1]);
  });

  it('is one answer, whichever server the tap is delivered to again, and another tap sends nothing more', async () => {
    const store = memoryAgency();
    await prepared(store);
    const member = await employed(store, 'staff');
    const [a, b] = [chatServer(store, () => member), chatServer(store, () => member)];
    await a.ask('feedback_item', { ref: REF, act: 'answer' });
    const send = buttonOf(await a.write('ขออภัยค่ะ'), 'ส่งคำตอบ');
    const sent = await a.press(send, { id: 'tap' });
    expect(sent).toContain('ส่งคำตอบแล้ว');
    expect(await b.press(send, { id: 'tap', redelivered: true })).toBe(sent);
    expect(await b.press(send, { id: 'second tap' })).toContain('คำตอบด้านล่างส่งไปแล้ว');
    expect(await store.count(audit)).toBe(1);
  });

  it('is not taken for the officer’s own wish when it tells of something that stops', async () => {
    const store = memoryAgency();
    await prepared(store);
    const member = await employed(store, 'staff');
    const server = chatServer(store, () => member);
    await server.ask('feedback_item', { ref: REF, act: 'answer' });
    expect(await server.write('หยุดส่งน้ำประปาหมู่ 3 วันพรุ่งนี้')).toContain('ตรวจก่อนส่ง');
    await server.ask('feedback_item', { ref: REF, act: 'answer' });
    expect(await server.write('หยุดรับข่าวสาร')).not.toContain('ตรวจก่อนส่ง');
  });

  it('sends no draft that is older than ten minutes, or that another button has dropped', async () => {
    const store = memoryAgency();
    await prepared(store);
    const member = await employed(store, 'staff');
    const server = chatServer(store, () => member);
    await server.ask('feedback_item', { ref: REF, act: 'answer' });
    const send = buttonOf(await server.write('ขออภัยค่ะ'), 'ส่งคำตอบ');
    const late = NOW.getTime() + 10 * 60_000 + 1;
    expect(await server.press(send, { timestampMs: late })).toContain('อาจเกิน 10 นาทีแล้ว');
    await server.ask('feedback_item', { ref: REF, act: 'answer' });
    const again = buttonOf(await server.write('ขออภัยค่ะ'), 'ส่งคำตอบ');
    await server.ask('work_home', {});
    expect(await server.press(again)).toContain('ไม่มีร่างคำตอบที่รอส่ง');
    await server.ask('feedback_item', { ref: REF, act: 'answer' });
    await server.write('ขออภัยค่ะ');
    expect(await server.write('ยกเลิก')).toContain('ยกเลิกแล้ว');
    expect(await server.press(again)).toContain('ไม่มีร่างคำตอบที่รอส่ง');
    expect((await stored(store, 'GIVEN')).reply).toBeNull();
  });

  it('says kindly that a piece of feedback was taken back, or that a button cannot be read any more', async () => {
    const store = memoryAgency();
    const member = await employed(store, 'admin');
    const server = chatServer(store, () => member);
    for (const ref of [REF, createSeal('another secret').seal('GIVEN'), 'A'.repeat(64)])
      for (const act of [undefined, 'answer', 'send', 'hide', 'hand', 'unhand'] as const)
        expect(await server.ask('feedback_item', { ref, act })).toContain('ไม่พบความเห็นนี้แล้ว');
  });

  it.each([
    ['letters', 'ก'],
    ['piled-up marks', 'กิ์'],
    ['line breaks', 'ก\n'],
    ['pictures', '👨‍👩‍👧‍👦'],
  ])('stays within what LINE takes with the longest words made of %s', async (_, letter) => {
    const store = memoryAgency();
    const long = (units: number): string => letter.repeat(Math.floor(units / letter.length));
    const member = await employed(store, 'manager');
    for (let no = 0; no < 10; no += 1) {
      const code = `4K7P9QZRX2${no}`;
      const tools = { clock: () => NOW, newCode: () => code };
      await createQrCode(store, { point: long(80), place: long(120), fiscalYear: 2570, division: 'office' }, tools);
      await give(store, `F${no}`, { code, point: long(80), division: 'office', why: ['i6a', 'i6b', 'i7a', 'E11'] });
      await store.transaction(addComment(`F${no}`, long(1_200)));
      await store.transaction(askForReply(`F${no}`, GIVER, NOW));
      await answerNow(store, `F${no}`, long(999), NOW);
    }
    for (let no = 0; no < 7; no += 1) await hideNow(store, `F${no}`, long(200));
    const { seal } = createSeal(TALK_SECRET);
    const server = chatServer(store, () => member);
    const asked = [
      pressed('counter_codes', {}),
      pressed('counter_code', { point: '4K7P9QZRX20' }),
      pressed('counter_code', { point: '4K7P9QZRX20', act: 'rename' }),
      pressed('counter_code', { point: '4K7P9QZRX20', act: 'stop' }),
      pressed('feedback_inbox', { state: 'all' }),
      pressed('feedback_inbox', { state: 'all', point: '4K7P9QZRX29', indicator: 6, whose: 'all' }),
      pressed('feedback_inbox', { choose: 'point' }),
      pressed('hidden_feedback', {}),
      pressed('hidden_feedback', { ref: seal('F1') }),
      pressed('feedback_item', { ref: seal('F1') }),
      pressed('feedback_item', { ref: seal('F9') }),
      pressed('feedback_item', { ref: seal('F9'), act: 'hide' }),
      pressed('feedback_item', { ref: seal('F9'), act: 'answer' }),
    ];
    const said = [];
    for (const data of asked) said.push(await server.press(data));
    said.push(await server.write(long(1_000)));
    for (const messages of said) expect(checkMessages(JSON.parse(messages))).toEqual([]);
    expect(said.at(-1)).toContain('ตรวจก่อนส่ง');
  });

  it.each([
    ['staff', 'office', 4],
    ['staff', null, 3],
    // Managers are told whether anything can still be pushed this month, and what did not fit: two documents.
    ['manager', null, 5],
  ] as const)(
    'begins, for %s of division %s, with a card that costs %i counts and reads',
    async (role, division, counts) => {
      const operations: Operation[] = [];
      const store = openSqliteStore({ path: ':memory:', onOperation: (operation) => operations.push(operation) });
      const agency = store.agency('example');
      await prepared(agency);
      const server = chatServer(agency, () => ({ ...ADMIN, role, division }));
      await watched();
      operations.length = 0;
      await server.ask('work_home', {});
      const reads = operations.filter(({ kind }) => kind === 'read').reduce((sum, { count }) => sum + count, 0);
      expect([operations.length, reads]).toEqual([counts, counts]);
      await store.close();
    },
  );
});
