import { describe, expect, it } from 'vitest';
import { decodePostback } from '../../../src/chat/postback.ts';
import { checkMessages } from '../../../src/line/limits/check-messages.ts';
import { audit, invitations, people, staff } from '../../../src/store/collections.ts';
import type { AgencyStore } from '../../../src/store/port.ts';
import { memoryAgency } from '../../memory-agency.ts';
import { ADMIN } from '../answers/knowledge.ts';
import { startTalk, TALK_START, type Talk } from '../talk.ts';

const ADMIN_ID = `U${'0'.repeat(32)}`;
const INVITED = `U${'1'.repeat(32)}`;

async function agency(): Promise<AgencyStore> {
  const store = memoryAgency();
  await store.set(staff, ADMIN_ID, ADMIN);
  return store;
}
async function talkOf(store: AgencyStore, userId: string, more: object = {}): Promise<Talk> {
  const talk = startTalk(store, { userId, ...more });
  await talk.ready;
  return talk;
}
const codeOn = ({ json }: { json: string }): string =>
  /เข้าร่วม ([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3})/.exec(json)?.[1] ?? '';
/** Postback data of the button with that label. */
const buttonOn = ({ json }: { json: string }, label: string): string =>
  new RegExp(`"label":"${label}","data":"([^"]+)"`).exec(json)?.[1] ?? `no button ${label}`;
function press(talk: Talk, data: string): ReturnType<Talk['says']> {
  return talk.says({ content: { kind: 'postback', data, date: undefined } });
}

describe('an admin who invites', () => {
  it('gets a code with one tap on what is wanted most often', async () => {
    const store = await agency();
    const talk = await talkOf(store, ADMIN_ID);
    const made = await press(talk, buttonOn(await talk.write('เชิญเจ้าหน้าที่'), 'สร้างรหัสเชิญ'));
    expect(made.cards).toEqual(['invitation']);
    const [only] = (await store.query(invitations)).docs;
    expect(only?.id).toBe(codeOn(made).replaceAll('-', ''));
    expect(only?.data).toMatchObject({
      role: 'staff',
      division: null,
      uses: 1,
      usesLeft: 1,
      madeBy: { handle: ADMIN.handle },
    });
    expect(Date.parse(only?.data.expiresAt ?? '') - TALK_START).toBe(7 * 86_400_000);
  });

  it('changes role, division, uses and days by taps, each keeping what was chosen before', async () => {
    const store = await agency();
    const talk = await talkOf(store, ADMIN_ID);
    let card = await talk.tap('invite_staff', {});
    for (const label of ['ผู้บริหาร', '20 คน', '30 วัน']) card = await press(talk, buttonOn(card, label));
    const divisions = await press(talk, /"data":"([^"]+choose_division[^"]*)"/.exec(card.json)?.[1] ?? '');
    expect(divisions.cards).toEqual(['choose-division']);
    card = await press(talk, /"data":"([^"]+division=finance[^"]*)"/.exec(divisions.json)?.[1] ?? '');
    expect(card.json).toContain('✓ ผู้บริหาร');
    await press(talk, buttonOn(card, 'สร้างรหัสเชิญ'));
    const [only] = (await store.query(invitations)).docs;
    expect(only?.data).toMatchObject({ role: 'manager', division: 'finance', uses: 20 });
  });

  it('has one invitation when LINE delivers the tap again, also on another server the day after', async () => {
    const store = await agency();
    const event = { id: 'the-same-event' };
    const first = await (await talkOf(store, ADMIN_ID)).tap('invite_staff', { act: 'make' }, event);
    const later = await talkOf(store, ADMIN_ID, { clock: () => new Date(TALK_START + 86_400_000) });
    const again = await later.tap('invite_staff', { act: 'make' }, { ...event, redelivered: true });
    expect(codeOn(again)).toBe(codeOn(first));
    expect(await store.count(invitations)).toBe(1);
    expect(await store.count(audit)).toBe(1);
  });

  it('makes different codes with different taps', async () => {
    const talk = await talkOf(await agency(), ADMIN_ID);
    const codes = [
      await talk.tap('invite_staff', { act: 'make' }),
      await talk.tap('invite_staff', { act: 'make' }),
    ].map(codeOn);
    expect(codes[0]).not.toBe(codes[1]);
  });

  it('hands on a link that opens the chat with the words typed in, the id percent-encoded', async () => {
    const talk = await talkOf(await agency(), ADMIN_ID, { lineBasicId: '@prongsai' });
    const made = await talk.tap('invite_staff', { act: 'make' });
    const [message] = JSON.parse(made.json) as object[];
    const uri = /"uri":"(https:\/\/line\.me\/R\/share[^"]+)"/.exec(JSON.stringify(message))?.[1] ?? '';
    const text = new URL(uri).searchParams.get('text') ?? '';
    const link = new URL(text.slice(text.indexOf('https:')));
    expect(link.pathname).toBe('/R/oaMessage/%40prongsai/');
    expect(decodeURIComponent(link.search)).toBe(`?เข้าร่วม ${codeOn(made)}`);
    expect(uri.length).toBeLessThanOrEqual(1_000);
  });

  it('finds the code again, cancels it, and nobody gets in by it', async () => {
    const store = await agency();
    const talk = await talkOf(store, ADMIN_ID);
    const made = await talk.tap('invite_staff', { act: 'make' });
    const list = await talk.write('รหัสเชิญที่ใช้ได้');
    const shown = await press(talk, /"data":"([^"]+act=show[^"]*)"/.exec(list.json)?.[1] ?? '');
    expect(codeOn(shown)).toBe(codeOn(made));
    expect(list.json).not.toContain(codeOn(made));
    expect((await press(talk, buttonOn(shown, 'ยกเลิกรหัสนี้'))).json).toContain('ยกเลิกรหัสแล้ว');
    const invited = await talkOf(store, INVITED);
    expect((await invited.write(`เข้าร่วม ${codeOn(made)}`)).cards).toEqual(['join-refused']);
    expect((await talk.write('รหัสเชิญที่ใช้ได้')).json).toContain('ไม่มีรหัสเชิญที่ใช้ได้');
  });

  it('leaves no code in the audit', async () => {
    const store = await agency();
    const talk = await talkOf(store, ADMIN_ID);
    const code = codeOn(await talk.tap('invite_staff', { act: 'make' }));
    const told = await talk.tap('audit_log', {});
    for (const written of [code, code.replaceAll('-', '')]) {
      expect(told.json).not.toContain(written);
      expect(JSON.stringify((await store.query(audit)).docs)).not.toContain(written);
    }
    expect(told.json).toContain('สร้างรหัสเชิญหมายเลข');
  });
});

describe('an admin who looks after staff', () => {
  it('changes, withdraws after a question, and is told what has become of it', async () => {
    const store = await agency();
    await store.set(staff, INVITED, { ...ADMIN, role: 'staff', handle: '2BD04F6G', name: 'แก้ว' });
    await store.set(people, INVITED, { following: false, wants: {}, changedAtMs: 1, recordedAtMs: 1 });
    const talk = await talkOf(store, ADMIN_ID);
    const list = await talk.write('รายชื่อเจ้าหน้าที่');
    const member = await press(talk, /"data":"(intent=staff_member&handle=2BD04F6G)"/.exec(list.json)?.[1] ?? '');
    expect(member.json).toContain('เลิกติดตาม');
    const roles = await press(talk, buttonOn(member, 'เปลี่ยนบทบาท'));
    const changed = await press(talk, /"data":"([^"]+role=manager)"/.exec(roles.json)?.[1] ?? '');
    expect(changed.json).toContain('เปลี่ยนเรียบร้อยแล้ว');
    const asked = await press(talk, buttonOn(changed, 'ถอนสิทธิ์'));
    expect((await store.get(staff, INVITED))?.role).toBe('manager');
    expect((await press(talk, buttonOn(asked, 'ถอนสิทธิ์'))).cards).toEqual(['staff-withdrawn']);
    expect((await store.get(staff, INVITED))?.role).toBe('citizen');
    expect((await talk.write('รายชื่อเจ้าหน้าที่')).json).not.toContain('แก้ว');
    expect((await talk.tap('staff_member', { handle: '2BD04F6G' })).json).toContain('ไม่พบเจ้าหน้าที่คนนั้นแล้ว');
  });

  it('cannot withdraw or lower the last admin, and is told why', async () => {
    const store = await agency();
    const talk = await talkOf(store, ADMIN_ID);
    for (const slots of [{ act: 'withdraw_confirmed' }, { role: 'staff' }] as const) {
      const { json } = await talk.tap('staff_member', { handle: ADMIN.handle, ...slots });
      expect(json).toContain('ผู้ดูแลระบบคนสุดท้าย');
    }
    expect((await store.get(staff, ADMIN_ID))?.role).toBe('admin');
    expect(await store.count(audit)).toBe(0);
  });

  it('reads what was changed, page by page, of one person and about one thing, by buttons', async () => {
    const store = await agency();
    await store.set(staff, INVITED, { ...ADMIN, role: 'staff', handle: '2BD04F6G', name: 'แก้ว' });
    const talk = await talkOf(store, ADMIN_ID);
    for (const no of [1, 2, 3]) {
      await talk.tap('staff_member', { handle: '2BD04F6G', role: 'manager' }, { id: `up-${no}` });
      await talk.tap('staff_member', { handle: '2BD04F6G', role: 'staff' }, { id: `down-${no}` });
    }
    await talk.tap('invite_staff', { act: 'make' });
    const first = await talk.tap('audit_log', {});
    expect(first.json).toContain('เมื่อ 22 พ.ย. 2569 10:00 น. โดย ช่อฟ้า (ผู้ดูแลระบบ)');
    expect(first.json).toMatch(/เปลี่ยนสิทธิ์ของ แก้ว บทบาทจาก “(?:เจ้าหน้าที่|ผู้บริหาร)” เป็น/);
    const second = await press(talk, buttonOn(first, 'ดูก่อนหน้านี้'));
    expect(second.json.match(/"text":"เมื่อ/g)).toHaveLength(2);
    const about = await press(talk, /"data":"(intent=audit_log&subject=2BD04F6G)"/.exec(first.json)?.[1] ?? '');
    expect(about.json).not.toContain('สร้างรหัสเชิญ');
    const by = await press(talk, /"data":"(intent=audit_log&by=7K3M9QXT)"/.exec(first.json)?.[1] ?? '');
    expect(by.json).toContain('การแก้ไขของผู้นี้');
    const end = await press(talk, buttonOn(about, 'ดูก่อนหน้านี้'));
    expect(end.json).not.toContain('ดูก่อนหน้านี้');
  });
});

describe('cards of an agency with as much as can be', () => {
  it('are something LINE takes, with buttons that lead somewhere', async () => {
    const store = await agency();
    const long = 'ก็'.repeat(50);
    const handles = Array.from({ length: 40 }, (_, no) => `${String(no).padStart(2, '0')}ABCDEF`);
    const [handle = ''] = handles;
    for (const [no, one] of handles.entries())
      await store.set(staff, `U${String(no + 100).padStart(32, '0')}`, {
        ...ADMIN,
        handle: one,
        name: long,
        division: 'x'.repeat(20),
      });
    for (let no = 0; no < 12; no += 1)
      await store.set(audit, `${'e'.repeat(90)}${no}-0`, {
        atMs: TALK_START + no,
        by: { handle, role: 'admin', division: null },
        action: 'measure.note',
        subject: 'A'.repeat(60),
        before: Object.fromEntries([1, 2, 3].map((key) => [`${'ช'.repeat(39)}${key}`, 'ก็'.repeat(500)])),
        after: Object.fromEntries([1, 2, 3].map((key) => [`${'ช'.repeat(39)}${key}`, 'ข็'.repeat(500)])),
      });
    const talk = await talkOf(store, ADMIN_ID, { lineBasicId: `@${'a'.repeat(30)}` });
    for (let no = 0; no < 12; no += 1) await talk.tap('invite_staff', { act: 'make', division: 'x'.repeat(20) });
    const said = [
      await talk.tap('staff_list', {}),
      await talk.tap('staff_list', { page: 5 }),
      await talk.tap('staff_member', { handle }),
      await talk.tap('staff_member', { handle, act: 'choose_role' }),
      await talk.tap('staff_member', { handle, act: 'choose_division' }),
      await talk.tap('staff_member', { handle, act: 'withdraw' }),
      await talk.tap('invite_staff', { division: 'x'.repeat(20) }),
      await talk.tap('invite_staff', { act: 'list' }),
      await talk.tap('invite_staff', { act: 'make', division: 'x'.repeat(20) }),
      await talk.tap('audit_log', {}),
      await talk.tap('audit_log', { by: handle }),
      await talk.tap('staff_member', { handle, act: 'withdraw_confirmed' }),
    ];
    for (const { json, cards } of said) {
      expect({ cards, refused: checkMessages(JSON.parse(json) as never) }).toEqual({ cards, refused: [] });
      const data = [...json.matchAll(/"data":"([^"]+)"/g)].map((match) => match[1] ?? '');
      expect(data.length).toBeGreaterThan(3);
      expect(data.filter((one) => decodePostback(one) === undefined)).toEqual([]);
    }
  });
});
