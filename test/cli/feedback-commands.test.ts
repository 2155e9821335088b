import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { CommandContext } from '../../src/cli/command.ts';
import { feedbackAnswer } from '../../src/cli/feedback-answer.ts';
import { feedbackClean } from '../../src/cli/feedback-clean.ts';
import { feedbackExport } from '../../src/cli/feedback-export.ts';
import { feedbackHand } from '../../src/cli/feedback-hand.ts';
import { feedbackHide, feedbackShow } from '../../src/cli/feedback-hide.ts';
import { feedbackList } from '../../src/cli/feedback-list.ts';
import { feedbackTally } from '../../src/cli/feedback-tally.ts';
import { momentArgument } from '../../src/cli/moment-argument.ts';
import { qrCreate } from '../../src/cli/qr-create.ts';
import { qrList } from '../../src/cli/qr-list.ts';
import { qrRename } from '../../src/cli/qr-rename.ts';
import { qrOpen, qrStop } from '../../src/cli/qr-stop.ts';
import { askForReply } from '../../src/feedback/give-feedback.ts';
import { feedbackName } from '../../src/feedback/feedback-name.ts';
import { loadExample } from '../../src/load-example.ts';
import { readProfile, saveProfile } from '../../src/agency/profile-record.ts';
import { audit, contacts, qrcodes } from '../../src/store/collections.ts';
import { memoryAgency } from '../memory-agency.ts';
import { give, NOW, stored, USER } from '../feedback/given.ts';
import { exitOf } from './exit-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'prongsai-feedback-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

function terminal(): { context: CommandContext; said: () => string } {
  const texts: string[] = [];
  return {
    context: { store: memoryAgency(), clock: () => NOW, print: (text) => texts.push(text) },
    said: () => texts.splice(0).join('\n'),
  };
}
const A = 'A'.repeat(20);
const B = 'B'.repeat(20);

describe('an officer with codes', () => {
  it('makes, lists, renames and stops one', async () => {
    const { context, said } = terminal();
    await qrCreate(context, 'งานทะเบียน', { place: 'ช่อง 2', from: '1/12/2569', to: '30/09/2570' });
    const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}/.exec(said())?.[0] ?? '';
    await qrList(context, {});
    expect(said()).toContain('ยังไม่เปิด ตั้งแต่ 01/12/2569 ถึง 30/09/2570 | สแกน 0 ครั้ง');
    expect(await qrRename(context, code.toLowerCase(), 'งานภาษี', {})).toBe(0);
    expect(await qrStop(context, code)).toBe(0);
    await qrList(context, { year: '2570' });
    expect(said()).toMatch(/งานภาษี \(ช่อง 2\)[^]+หยุดแล้ว/);
  });

  it('is told what to do with a new code: a poster, or a device at the counter', async () => {
    const { context, said } = terminal();
    await qrCreate(context, 'งานทะเบียน', {});
    expect(said()).toMatch(/qr poster [0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3} poster\.png/);
    await qrCreate({ ...context, publicUrl: 'https://ita.example.go.th' }, 'งานทะเบียน', { kiosk: true });
    expect(said()).toMatch(/https:\/\/ita\.example\.go\.th\/kiosk\/[0-9A-Z]{11}$/);
    await qrList(context, {});
    expect(said().match(/บนแท็บเล็ต/g)?.length).toBe(1);
  });

  it.each([
    ['a last day that is over', 64, (context: CommandContext) => qrCreate(context, 'ก', { to: '1/1/2569' })],
    ['a name that is too long', 64, (context: CommandContext) => qrCreate(context, 'ก'.repeat(81), {})],
    ['no name', 64, (context: CommandContext) => qrCreate(context, '  ', {})],
    [
      'an indicator that does not exist',
      64,
      (context: CommandContext) => qrCreate(context, 'ก', { indicators: '6,11' }),
    ],
    [
      'an end before the beginning',
      64,
      (context: CommandContext) => qrCreate(context, 'ก', { from: '2/1/2570', to: '1/1/2570' }),
    ],
    ['something that is no code', 64, (context: CommandContext) => qrStop(context, '123')],
    ['a code that was never made', 1, (context: CommandContext) => qrStop(context, '4K7P-9QZR-X2M')],
    ['an answer that was never given', 1, (context: CommandContext) => feedbackAnswer(context, A, 'ค่ะ')],
    ['an answer that is too long', 64, (context: CommandContext) => feedbackAnswer(context, A, 'ก'.repeat(1_001))],
    ['no reason', 64, (context: CommandContext) => feedbackHide(context, A, ' ')],
    ['a division of an agency that has none', 64, (context: CommandContext) => feedbackHand(context, A, 'finance')],
    ['a hidden answer that was never given', 1, (context: CommandContext) => feedbackShow(context, A)],
    ['a code to open that was never made', 1, (context: CommandContext) => qrOpen(context, '4K7P-9QZR-X2M')],
    ['a folder that is not there', 66, (context: CommandContext) => feedbackExport(context, '/nowhere/x.csv', {})],
  ] as const)('is told about %s', async (_, code, run) => expect(await exitOf(run(terminal().context))).toBe(code));
});

describe('a day as typed', () => {
  it.each([
    ['31/12/2569', '2026-12-30T17:00:00.000Z', '2026-12-31T16:59:59.999Z'],
    ['2026-12-31', '2026-12-30T17:00:00.000Z', '2026-12-31T16:59:59.999Z'],
    ['๑/๑/๒๕๗๐', '2026-12-31T17:00:00.000Z', '2027-01-01T16:59:59.999Z'],
  ])('%s is a whole day in Bangkok', (text, first, last) => {
    expect([momentArgument(text, 'first'), momentArgument(text, 'last')]).toEqual([first, last]);
  });
  it.each(['31/2/2569', '0/1/2569', '1-1', 'พรุ่งนี้', ''])('%j is none', (text) => {
    expect(() => momentArgument(text, 'first')).toThrow('ไม่ใช่วันที่');
  });
});

describe('an officer with feedback', () => {
  it('reads, answers, hides and cleans', async () => {
    const { context, said } = terminal();
    await give(context.store, A, { comment: 'รอนาน\nAAAA ดีมาก', why: ['i6a'] });
    await give(context.store, B, { comment: 'หยาบคาย', code: null, point: null, givenAtMs: NOW.getTime() - 1 });
    await context.store.transaction(askForReply(A, USER, NOW));
    await feedbackList(context, { limit: '1' });
    const list = said();
    expect(list).toContain(`${'AAAA-'.repeat(5).slice(0, -1)}  22/11/2569  ดี`);
    expect(list).toContain('ยังไม่ตอบ | ขอให้ตอบกลับ');
    expect(list).toContain('หัวข้อ: การให้บริการตามขั้นตอนและเวลา');
    expect(list).toContain('รอนาน\n      AAAA ดีมาก');
    expect(list).not.toContain(USER);
    await feedbackList(context, { after: /--after (\S+)/.exec(list)?.[1] ?? '' });
    expect(said()).toContain('แบบความเห็นทั่วไป');
    await feedbackAnswer(context, A, 'จะปรับปรุงค่ะ');
    expect(said()).toContain('รอส่งถึงผู้ที่ขอ');
    expect(await context.store.get(contacts, A)).toMatchObject({ queuedReply: 'จะปรับปรุงค่ะ' });
    expect(await feedbackHide(context, B, 'หยาบคาย')).toBe(0);
    expect(await feedbackAnswer(context, B, 'ค่ะ')).toBe(1);
    await feedbackClean(context);
    expect(said()).toContain('0 รายการ');
    expect((await stored(context.store, A)).comment).toContain('รอนาน');
  });

  it('sees sums, and of fewer than five nothing but that', async () => {
    const { context, said } = terminal();
    for (let no = 0; no < 8; no += 1) {
      const day = NOW.getTime() - (no < 5 ? 0 : 7) * 86_400_000;
      await give(context.store, `X${no}`, { score: no % 2 === 0 ? 100 : 67, givenAtMs: day, fiscalYear: 2570 });
    }
    for (let no = 0; no < 5; no += 1) await give(context.store, `Y${no}`, { score: 33, fiscalYear: 2569 });
    await feedbackTally(context, {});
    const text = said();
    expect(text).toContain('ไม่ใช่ผล EIT');
    expect(text).toContain('ทั้งหมด\n    8 คน เฉลี่ย 83.50 (+50.50 จากปีก่อน) | ควรปรับปรุงมาก 0.00%');
    expect(text).toContain('สัปดาห์ที่ 46 ของปี 2569\n    น้อยกว่า 5 คน');
    expect(text).toContain('ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน\n    8 คน');
  });

  it('takes a whole round away as a file that only its owner can read', async () => {
    const { context } = terminal();
    await give(context.store, A, { comment: '=HYPERLINK("http://evil")' });
    await give(context.store, B, { comment: 'ซ่อนคำนี้' });
    await feedbackHide(context, B, 'หยาบคาย');
    await give(context.store, 'C'.repeat(20), { fiscalYear: 2569 });
    const path = join(folder, 'round.csv');
    expect(await feedbackExport(context, path, {})).toBe(0);
    const text = readFileSync(path, 'utf8');
    expect(text.startsWith('\uFEFFรหัสอ้างอิง,')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(4);
    expect(text).toContain(`"'=HYPERLINK(""http://evil"")"`);
    expect(text).not.toContain('ซ่อนคำนี้');
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });
});

describe('an officer whose agency has divisions', () => {
  const actionsOf = async ({ store }: CommandContext): Promise<readonly (readonly [string, string, unknown])[]> => {
    const { docs } = await store.query(audit);
    return docs.map(({ data }) => [data.action, data.subject, data.by] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  };
  async function divided(): Promise<ReturnType<typeof terminal>> {
    const at = terminal();
    await loadExample(at.context.store, at.context.clock);
    const profile = await readProfile(at.context.store);
    if (!profile) throw new Error('the example has a profile');
    await saveProfile(at.context.store, { ...profile, divisions: [{ id: 'finance', name: 'กองคลัง' }] });
    return at;
  }

  it('makes a code for one, and everything done to it is in the audit', async () => {
    const { context, said } = await divided();
    await qrCreate(context, 'งานภาษี', { division: 'กองคลัง' });
    const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}/.exec(said())?.[0]?.replaceAll('-', '') ?? '';
    expect(await context.store.get(qrcodes, code)).toMatchObject({ division: 'finance', point: 'งานภาษี' });
    await qrStop(context, code);
    expect(await qrOpen(context, code)).toBe(0);
    await qrRename(context, code, 'งานพัสดุ', {});
    const actions = ['qr.create', 'qr.open', 'qr.rename', 'qr.stop'];
    expect(await actionsOf(context)).toEqual(actions.map((action) => [action, code, 'command']));
  });

  it('hands feedback on, hides and shows it, and replaces an answer only when that is said', async () => {
    const { context, said } = await divided();
    await give(context.store, A, { comment: 'รอนาน' });
    expect(await feedbackHand(context, A, 'finance')).toBe(0);
    await feedbackList(context, {});
    expect(said()).toMatch(/เป็นเรื่องของกองคลังแล้ว[^]*ของ finance/);
    expect(await exitOf(feedbackHand(context, A, 'กองช่าง'))).toBe(64);
    await feedbackHand(context, A, '-');
    expect((await stored(context.store, A)).division).toBeUndefined();
    await feedbackAnswer(context, A, 'ค่ะ');
    expect(await feedbackAnswer(context, A, 'ไม่ใช่')).toBe(1);
    expect(said()).toContain('มีคำตอบแล้วว่า: ค่ะ');
    expect(await feedbackAnswer(context, A, 'แก้แล้วค่ะ', { replace: true })).toBe(0);
    await feedbackHide(context, A, 'หยาบคาย');
    await feedbackHide(context, A, 'อีกครั้ง');
    expect(said()).toContain('ถูกซ่อนอยู่แล้ว เพราะ หยาบคาย');
    await feedbackShow(context, A);
    expect(await stored(context.store, A)).toMatchObject({ state: 'answered', reply: { text: 'แก้แล้วค่ะ' } });
    const actions = ['answer', 'answer', 'hand', 'hand', 'hide', 'show'].map((what) => `feedback.${what}`);
    expect(await actionsOf(context)).toEqual(actions.map((action) => [action, feedbackName(A), 'command']));
  });
});
