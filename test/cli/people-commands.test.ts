import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { saveProfile } from '../../src/agency/profile-record.ts';
import { auditList } from '../../src/cli/audit-list.ts';
import { peopleCancel, peopleInvitations } from '../../src/cli/people-invitations.ts';
import { peopleInvite, type PeopleInviteContext } from '../../src/cli/people-invite.ts';
import { peopleList } from '../../src/cli/people-list.ts';
import { peopleRole, peopleWithdraw } from '../../src/cli/people-role.ts';
import { audit, invitations, staff } from '../../src/store/collections.ts';
import { STATES } from '../chat/answers/knowledge.ts';
import { memoryAgency } from '../memory-agency.ts';
import { employ, joinBy, NOW, userId } from '../people/at-work.ts';
import { readQr } from '../poster/read-qr.ts';
import { exitOf } from './exit-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'prongsai-people-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function terminal(lineBasicId?: string): Promise<{ context: PeopleInviteContext; said: () => string }> {
  const texts: string[] = [];
  const store = memoryAgency();
  const agency = STATES['one year']?.agency;
  if (agency) await saveProfile(store, agency);
  return {
    context: { store, clock: () => NOW, print: (text) => texts.push(text), lineBasicId },
    said: () => texts.splice(0).join('\n'),
  };
}
const codeIn = (text: string): string => /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}/.exec(text)?.[0] ?? '';

describe('the first admin', () => {
  it('is invited by a command, joins, and is listed by handle', async () => {
    const { context, said } = await terminal();
    await peopleList(context);
    expect(said()).toContain('people invite --role admin');
    expect(await peopleInvite(context, { role: 'admin' })).toBe(0);
    const invited = said();
    expect(invited).toContain('ผู้ดูแลระบบ | ทั้งหน่วยงาน | ใช้ได้ 1 คน ภายใน 7 วัน');
    expect(invited).toContain('LINE_BASIC_ID');
    const joined = await joinBy(context.store, codeIn(invited).replaceAll('-', ''), 1);
    expect(joined).toMatchObject({ kind: 'joined', member: { role: 'admin' } });
    await peopleList(context);
    const listed = said();
    expect(listed).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4} {2}\(ไม่มีชื่อ\)\n {4}ผู้ดูแลระบบ \| ทั้งหน่วยงาน \| ตั้งแต่ 22\/11\/2569$/);
    expect(listed).not.toContain(userId(1));
  });
});

describe('an invitation made by a command', () => {
  it('says who, how many and how long, with a link and a QR code that open the chat with the words typed in', async () => {
    const { context, said } = await terminal('@123abcde');
    for (const name of ['code.svg', 'code.PNG']) {
      const file = join(folder, name);
      const options = { role: 'ผู้บริหาร', division: 'กองคลัง', uses: '5', days: '30', qr: file };
      expect(await peopleInvite(context, options)).toBe(0);
      const text = said();
      expect(text).toContain('ผู้บริหาร | กองคลัง | ใช้ได้ 5 คน ภายใน 30 วัน');
      const link = /https:\/\/\S+/.exec(text)?.[0] ?? '';
      expect(await readQr(readFileSync(file))).toBe(link);
      expect(link).toContain('/R/oaMessage/%40123abcde/?');
      expect(decodeURIComponent(new URL(link).search)).toBe(`?เข้าร่วม ${codeIn(text)}`);
      expect(text).not.toContain('█');
    }
    await peopleInvite(context, { role: 'staff' });
    expect(said()).toContain('█');
  });

  it.each([
    ['a role that is none', { role: 'citizen' }],
    ['a division that is none', { role: 'staff', division: 'กองช่าง' }],
    ['nobody', { role: 'staff', uses: '0' }],
    ['too many', { role: 'staff', uses: '101' }],
    ['too long', { role: 'staff', days: '91' }],
    ['half a day', { role: 'staff', days: '0.5' }],
    ['a picture of another kind', { role: 'staff', qr: 'code.jpg' }],
    ['a picture of a link that cannot be made', { role: 'staff', qr: 'code.png' }],
  ])('is not made for %s', async (_, options) => {
    const { context } = await terminal();
    expect(await exitOf(peopleInvite(context, options))).toBe(64);
    expect(await context.store.count(invitations)).toBe(0);
    expect(existsSync('code.png')).toBe(false);
  });

  it('names the divisions there are when one is not', async () => {
    const { context } = await terminal();
    await expect(peopleInvite(context, { role: 'staff', division: 'x' })).rejects.toThrow('finance (กองคลัง)');
  });

  it('is listed and cancelled, by its code or its number', async () => {
    const { context, said } = await terminal();
    for (const typed of ['code', 'number'] as const) {
      await peopleInvite(context, { role: 'staff' });
      const code = codeIn(said());
      await peopleInvitations(context);
      const listed = said();
      expect(listed).toContain(code);
      const number = /หมายเลข (\S+)/.exec(listed)?.[1] ?? '';
      expect(await peopleCancel(context, typed === 'code' ? code.toLowerCase() : number)).toBe(0);
      said();
    }
    await peopleInvitations(context);
    expect(said()).toContain('ไม่มีรหัสเชิญที่ใช้ได้');
    expect(await exitOf(peopleCancel(context, '0000-0000-000'))).toBe(1);
    expect(await exitOf(peopleCancel(context, '0000-0000'))).toBe(1);
    expect(await exitOf(peopleCancel(context, 'อะไร'))).toBe(64);
  });
});

describe('roles by command', () => {
  it('are changed and withdrawn by handle, and written down as done by a command', async () => {
    const { context, said } = await terminal();
    const { handle } = await employ(context.store, 1, { name: 'แก้ว' });
    expect(await peopleRole(context, handle.toLowerCase(), 'manager', { division: 'finance' })).toBe(0);
    expect(said()).toContain('แก้ว เป็นผู้บริหาร สังกัด กองคลัง แล้ว');
    expect(await peopleRole(context, handle, 'manager', { whole: true })).toBe(0);
    expect(await peopleRole(context, handle, 'manager', {})).toBe(0);
    expect(said()).toContain('เป็นอย่างนี้อยู่แล้ว');
    expect(await peopleWithdraw(context, handle)).toBe(0);
    expect((await context.store.get(staff, userId(1)))?.role).toBe('citizen');
    expect(await exitOf(peopleWithdraw(context, handle))).toBe(1);
    const { docs } = await context.store.query(audit);
    expect(docs.map(({ data }) => data.by)).toEqual(['command', 'command', 'command']);
  });

  it('keep the last admin', async () => {
    const { context, said } = await terminal();
    const { handle } = await employ(context.store, 1, { role: 'admin' });
    expect(await peopleWithdraw(context, handle)).toBe(1);
    expect(await peopleRole(context, handle, 'staff', {})).toBe(1);
    expect(said()).toContain('ผู้ดูแลระบบคนสุดท้าย');
  });

  it.each([
    ['no handle', (context: PeopleInviteContext) => peopleWithdraw(context, 'แก้ว'), 64],
    ['a handle nobody has', (context: PeopleInviteContext) => peopleWithdraw(context, '0000-0000'), 1],
    ['no role', (context: PeopleInviteContext) => peopleRole(context, '0000-0000', 'boss', {}), 64],
    [
      'a division and none',
      (context: PeopleInviteContext) => peopleRole(context, '0000-0000', 'staff', { division: 'finance', whole: true }),
      64,
    ],
  ] as const)('are left alone when there is %s', async (_, run, code) => {
    expect(await exitOf(run((await terminal()).context))).toBe(code);
  });
});

describe('the audit by command', () => {
  it('is read newest first, of one person or about one thing, and on from where it ended', async () => {
    const { context, said } = await terminal();
    const { handle } = await employ(context.store, 1, { name: 'แก้ว' });
    await auditList(context, {});
    expect(said()).toBe('ไม่มีการแก้ไขที่ตรงเงื่อนไข');
    await peopleRole(context, handle, 'manager', {});
    await peopleInvite(context, { role: 'staff' });
    said();
    await auditList(context, { subject: `${handle.slice(0, 4)}-${handle.slice(4)}`.toLowerCase() });
    expect(said()).toContain('โดย ผู้ดูแลเครื่องแม่ข่าย (คำสั่ง)\n    เปลี่ยนสิทธิ์ของ แก้ว บทบาทจาก “เจ้าหน้าที่” เป็น “ผู้บริหาร”');
    await auditList(context, { by: 'command', limit: '1' });
    const first = said();
    const after = /--after (\S+)/.exec(first)?.[1] ?? '';
    await auditList(context, { by: 'command', limit: '1', after });
    expect(said()).not.toBe(first);
    await auditList(context, { by: handle });
    expect(said()).toBe('ไม่มีการแก้ไขที่ตรงเงื่อนไข');
  });

  it.each([
    ['both filters', { by: 'command', subject: 'x' }],
    ['somebody without a handle', { by: 'แก้ว' }],
    ['no number', { limit: 'all' }],
  ])('is not read with %s', async (_, options) => {
    expect(await exitOf(auditList((await terminal()).context, options))).toBe(64);
  });
});
