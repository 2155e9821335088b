import { describe, expect, it } from 'vitest';
import { encodePostback } from '../../../src/chat/postback.ts';
import { audit, feedback, joinattempts, people, staff, waiting } from '../../../src/store/collections.ts';
import type { AgencyStore } from '../../../src/store/port.ts';
import { memoryAgency } from '../../memory-agency.ts';
import { invite } from '../../people/at-work.ts';
import { ADMIN } from '../answers/knowledge.ts';
import { startTalk, TALK_START, type Talk } from '../talk.ts';

const USER = `U${'1'.repeat(32)}`;
const OTHER = `U${'2'.repeat(32)}`;
const HOUR_MS = 3_600_000;
const WRONG = '0000-0000-00';

async function talkOf(store: AgencyStore, userId = USER, more: object = {}): Promise<Talk> {
  const talk = startTalk(store, { userId, ...more });
  await talk.ready;
  return talk;
}
const shown = (code: string): string => `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`;
const roleIn = async (store: AgencyStore, id = USER): Promise<string | undefined> => (await store.get(staff, id))?.role;

describe('somebody with an invitation', () => {
  it.each([
    ['as in the link', (code: string) => `เข้าร่วม ${shown(code)}`],
    ['in lower case without dashes', (code: string) => `เข้าร่วม${code.toLowerCase()}`],
    ['with spaces and politeness', (code: string) => `ขอเข้าร่วม ${shown(code).replaceAll('-', ' ')} ค่ะ`],
    ['with O for 0 and I for 1', (code: string) => `เข้าร่วม ${code.replaceAll('0', 'O').replaceAll('1', 'I')}`],
  ])('sees what it is for and what will be kept before anything is, %s', async (_, text) => {
    const store = memoryAgency();
    const code = await invite(store, { role: 'manager', division: 'finance' });
    const { cards, json } = await (await talkOf(store)).write(text(code));
    expect(cards).toEqual(['join-confirm']);
    for (const words of [
      'ผู้บริหาร',
      'กองคลัง',
      'รหัสบัญชี LINE',
      'ชื่อที่แสดงใน LINE',
      '2 ปีงบประมาณ',
      'ลบข้อมูลของฉัน',
      'ยืนยัน',
      'ไม่เข้าร่วม',
    ])
      expect(json).toContain(words);
    expect(json).toContain('intent=privacy');
    expect([await roleIn(store), await store.count(people), await store.count(joinattempts)]).toEqual([
      undefined,
      0,
      0,
    ]);
  });

  it('is staff after a yes, and the next request knows it; not after a no', async () => {
    const store = memoryAgency();
    const code = await invite(store, { role: 'manager' });
    const talk = await talkOf(store);
    expect((await talk.tap('join_staff', { act: 'decline' })).cards).toEqual(['join-declined']);
    expect(await roleIn(store)).toBeUndefined();
    const { cards, json } = await talk.tap('join_staff', { code, act: 'confirm' });
    expect(cards).toEqual(['staff-self']);
    expect(json).toContain('ยินดีต้อนรับ');
    await expect.poll(async () => (await talk.write('บันทึกการแก้ไข')).cards).toEqual(['audit-log']);
    expect((await talk.write('ลงทะเบียนเจ้าหน้าที่')).json).toContain('บทบาทของท่าน');
  });

  it('has one effect when LINE delivers the yes again', async () => {
    const store = memoryAgency();
    const code = await invite(store, { uses: 5 });
    const again = { id: 'the-same-event' };
    const first = await (await talkOf(store)).tap('join_staff', { code, act: 'confirm' }, again);
    const second = await (
      await talkOf(store)
    ).tap('join_staff', { code, act: 'confirm' }, { ...again, redelivered: true });
    expect(second.json).toBe(first.json);
    expect((await store.query(audit)).docs.filter(({ data }) => data.action === 'people.join')).toHaveLength(1);
  });

  it('is asked whether they really want to be able to do less', async () => {
    const store = memoryAgency();
    await store.set(staff, USER, ADMIN);
    await store.set(staff, OTHER, { ...ADMIN, handle: '2BD04F6G' });
    const code = await invite(store);
    const talk = await talkOf(store);
    const asked = await talk.write(`เข้าร่วม ${shown(code)}`);
    expect(asked.json).toContain('ซึ่งทำได้มากกว่า');
    expect(asked.json).toContain(encodePostback('join_staff', { code, act: 'lower' }));
    expect((await talk.tap('join_staff', { code, act: 'confirm' })).cards).toEqual(['join-confirm']);
    expect(await roleIn(store)).toBe('admin');
    await talk.tap('join_staff', { code, act: 'lower' });
    expect(await roleIn(store)).toBe('staff');
  });

  it('can tap a button and send the code alone, which is then not taken for one of a service point', async () => {
    const store = memoryAgency();
    const code = await invite(store);
    const talk = await talkOf(store);
    expect((await talk.write('ลงทะเบียนเจ้าหน้าที่')).cards).toEqual(['register-staff']);
    await talk.tap('join_staff', {});
    expect((await talk.write('ไม่รู้จะพิมพ์อะไร')).json).toContain('ยังอ่านรหัสไม่ได้');
    expect((await talk.write(shown(code))).cards).toEqual(['join-confirm']);
    expect(await store.get(waiting, USER)).toHaveProperty('takenBy');
    expect((await talk.write(shown(code))).cards).toEqual(['feedback-closed']);
  });

  it('can leave that again, and ask for a service point while the chat waits', async () => {
    const talk = await talkOf(memoryAgency());
    await talk.tap('join_staff', {});
    expect((await talk.write('ประเมิน 7K3M-9QXT-2BD')).cards).toEqual(['feedback-closed']);
    await talk.tap('join_staff', {});
    const dropped = await talk.write('ยกเลิก');
    expect(dropped.cards).toEqual(['input-dropped']);
    expect(dropped.json).toContain('กดปุ่มเดิมอีกครั้ง');
    const nothing = await talk.write('ยกเลิก');
    expect(nothing.json).toContain('ไม่มีรายการที่รอยกเลิก');
    expect(nothing.json).not.toContain('คะแนนที่ให้');
  });

  it('is not kept from it by a comment that the chat waits for, and the code is no comment', async () => {
    const store = memoryAgency();
    const code = await invite(store);
    const talk = await talkOf(store);
    await talk.tap('give_feedback', { indicator: 8, step: 67 });
    await talk.tap('give_feedback', { indicator: 8, act: 'comment' });
    expect((await talk.write(`เข้าร่วม ${shown(code)}`)).cards).toEqual(['join-confirm']);
    expect((await store.query(feedback)).docs.map(({ data }) => data.comment)).toEqual([null]);
  });

  it('is told in a group that this is for a private chat, whether or not the code is right', async () => {
    const store = memoryAgency();
    const source = { type: 'group', chatId: `C${'3'.repeat(32)}`, userId: USER } as const;
    const talk = await talkOf(store);
    for (const code of [await invite(store), '00000000000'])
      expect((await talk.tap('join_staff', { code, act: 'confirm' }, { source })).cards).toEqual(['only-in-private']);
    expect([await roleIn(store), await store.count(joinattempts)]).toEqual([undefined, 0]);
  });
});

describe('somebody who tries codes', () => {
  it('is kept from trying for an hour after five wrong ones, whatever the sixth is, and told when to come back', async () => {
    const store = memoryAgency();
    let now = TALK_START;
    const clock = (): Date => new Date(now);
    const talk = await talkOf(store, USER, { clock });
    const code = await invite(store, { uses: 9 });
    for (const no of [1, 2, 3, 4]) {
      const { json } = await talk.write(`เข้าร่วม ${WRONG}${no}`);
      expect(json).toContain(`ใส่ผิดได้อีก ${5 - no} ครั้ง`);
      now += 60_000;
    }
    const fifth = await talk.write(`เข้าร่วม ${WRONG}5`);
    expect(fifth.json).toContain('ลองใหม่ได้หลัง 22 พ.ย. 2569 11:04 น.');
    now += HOUR_MS - 1;
    // Another server knows it, too, and says the same of a right code and of a wrong one.
    const elsewhere = await talkOf(store, USER, { clock });
    const said = [await elsewhere.write(`เข้าร่วม ${shown(code)}`), await elsewhere.write(`เข้าร่วม ${WRONG}6`)];
    expect(said.map(({ json }) => json)).toEqual([fifth.json, fifth.json]);
    expect((await talk.tap('join_staff', { code, act: 'confirm' })).json).toBe(fifth.json);
    expect((await (await talkOf(store, OTHER, { clock })).write(`เข้าร่วม ${shown(code)}`)).cards).toEqual([
      'join-confirm',
    ]);
    now += 1;
    expect((await talk.write(`เข้าร่วม ${shown(code)}`)).cards).toEqual(['join-confirm']);
  });

  it('cannot end that by having their data erased, and is told so', async () => {
    const store = memoryAgency();
    const talk = await talkOf(store);
    const code = await invite(store);
    for (const no of [1, 2, 3, 4, 5]) await talk.write(`เข้าร่วม ${WRONG}${no}`);
    expect((await talk.tap('privacy', { action: 'export' })).json).toContain('5 ครั้ง');
    expect((await talk.tap('privacy', { action: 'delete_confirmed' })).json).toContain('จะลบเองภายใน 2 ชั่วโมง');
    expect((await talk.write(`เข้าร่วม ${shown(code)}`)).cards).toEqual(['join-refused']);
  });

  it('is not counted for a message that LINE delivers again, or for what cannot be a code', async () => {
    const store = memoryAgency();
    const talk = await talkOf(store);
    for (let no = 0; no < 6; no += 1) await talk.write(`เข้าร่วม ${WRONG}1`, { id: 'the-same-event' });
    for (let no = 0; no < 6; no += 1) await talk.write('เข้าร่วม 7K3M-9QXT');
    expect((await store.get(joinattempts, USER))?.wrong).toHaveLength(1);
  });
});

describe('staff and their own data', () => {
  it('are told before erasing that the role goes too, and the last admin what that means', async () => {
    const store = memoryAgency();
    await store.set(staff, USER, ADMIN);
    const talk = await talkOf(store);
    const alone = await talk.tap('privacy', { action: 'delete' });
    expect(alone.json).toContain('ท่านเป็นผู้ดูแลระบบของหน่วยงาน');
    expect(alone.json).toContain('ผู้ดูแลระบบคนสุดท้าย');
    await store.set(staff, OTHER, { ...ADMIN, handle: '2BD04F6G' });
    expect((await talk.tap('privacy', { action: 'delete' })).json).not.toContain('คนสุดท้าย');
    const other = await talkOf(store, `U${'3'.repeat(32)}`);
    expect((await other.tap('privacy', { action: 'delete' })).json).not.toContain('บทบาท');
  });

  it('are erased with the role, also the last admin; the audit says that the role ended, under a handle that leads nowhere', async () => {
    const store = memoryAgency();
    await store.set(staff, USER, ADMIN);
    const talk = await talkOf(store);
    await talk.tap('invite_staff', { act: 'make' });
    const mine = await talk.tap('privacy', { action: 'export' });
    for (const words of ['ช่อฟ้า', 'ผู้ดูแลระบบ', '1 รหัส']) expect(mine.json).toContain(words);
    expect((await talk.tap('privacy', { action: 'delete_confirmed' })).json).toContain('บทบาทเจ้าหน้าที่ของท่านสิ้นสุดแล้ว');
    expect(await roleIn(store)).toBeUndefined();
    await expect.poll(async () => (await talk.write('รายชื่อเจ้าหน้าที่')).cards).toEqual(['not-allowed']);
    const entries = (await store.query(audit)).docs.map(({ data }) => [data.action, data.subject]);
    expect(entries).toContainEqual(['people.withdraw', ADMIN.handle]);
    expect(JSON.stringify((await store.query(audit)).docs)).not.toContain(USER);
  });
});
