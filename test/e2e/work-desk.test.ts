import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fiscalYearOf } from '../../src/assessment/fiscal-year.ts';
import { systemClock } from '../../src/clock.ts';
import { readCode } from '../../src/code.ts';
import { feedbackName } from '../../src/feedback/feedback-name.ts';
import type { Feedback } from '../../src/feedback/feedback.ts';
import { audit, feedback, qrcodes, staff, waiting } from '../../src/store/collections.ts';
import type { Doc } from '../../src/store/port.ts';
import { bothSettings } from '../both-stores.ts';
import { buttonOf, divide, employ, onScreen, press, tap } from './officers.ts';
import { startProduct, type Product } from './product.ts';

const YEAR = fiscalYearOf(systemClock());
const COMMENT = 'รอคิวนานมาก คุณสมหญิงวิไลใจดี 0899999999';
const ANSWER = 'ขออภัยค่ะ เพิ่มเก้าอี้แล้ว';

describe.each(await bothSettings())('officers with codes and feedback, kept in %s', (_, there, environment) => {
  let product: Product;
  let other: string;
  let manager: string;
  let code: string;
  beforeAll(async () => {
    if (!there) return;
    product = await startProduct({ ...environment, PUBLIC_URL: 'https://ita.example.go.th' });
    await divide(product);
    await employ(product, 'staff', 'staff', 'finance');
    other = await employ(product, 'another officer', 'staff', 'office');
    manager = await employ(product, 'a manager', 'manager');
  });
  afterAll(() => product?.close());

  const stored = async (): Promise<readonly Doc<Feedback>[]> => (await product.store.query(feedback)).docs;
  const only = async (): Promise<Doc<Feedback>> => {
    const docs = await stored();
    expect(docs).toHaveLength(1);
    return docs[0] as Doc<Feedback>;
  };
  const deeds = async (): Promise<readonly (readonly [string, string])[]> => {
    const { docs } = await product.store.query(audit, { orderBy: { field: 'atMs', direction: 'desc' } });
    return docs.map(({ data }) => [data.action, data.subject] as const);
  };
  const lineId = (chat: string): string => product.emulator.persona(chat).lineId;
  const handleOf = async (chat: string): Promise<string> =>
    (await product.store.get(staff, lineId(chat)))?.handle ?? 'nobody';
  /** The words of the piece of feedback a row of the inbox is about are on the row's label. */
  const openFirst = (chat: string): Promise<string> =>
    press(product, chat, 'อ่านความเห็นจาก งานทะเบียน ช่อง 2 · ควรปรับปรุง');

  it.runIf(there)('make a code with one word, named and of their division, with its picture and poster', async () => {
    expect(await product.ask('staff', 'QR ของฉัน')).toContain('ยังไม่มีรหัส');
    await press(product, 'staff', 'สร้างรหัสใหม่');
    expect(await product.ask('staff', 'ก'.repeat(81))).toContain('ยาวเกินไป');
    const said = await product.ask('staff', ' งานทะเบียน\nช่อง 2 ');
    expect(said).toContain('สร้างรหัสแล้ว: งานทะเบียน ช่อง 2');
    code = readCode(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}/.exec(said)?.[0] ?? '') ?? '';
    const screen = onScreen(product, 'staff');
    for (const path of [`${code}.png`, `${code}/poster`, `${code}/poster.png`])
      expect(screen).toContain(`https://ita.example.go.th/qr/${path}`);
    expect(await product.store.get(qrcodes, code)).toMatchObject({
      point: 'งานทะเบียน ช่อง 2',
      fiscalYear: YEAR,
      division: 'finance',
      madeBy: await handleOf('staff'),
      active: true,
    });
    expect(await deeds()).toEqual([['qr.create', code]]);
    expect(await product.ask('staff', 'คะแนนรวม')).toContain('97.02');
  });

  it.runIf(there)('see what a citizen wrote, counted on the first card and of their own division', async () => {
    await product.ask('citizen', `ประเมิน ${code}`);
    await press(product, 'citizen', 'ควรปรับปรุง');
    await press(product, 'citizen', 'เขียนความเห็นเพิ่ม');
    await product.ask('citizen', COMMENT);
    await press(product, 'citizen', 'ขอให้ตอบกลับ');
    await press(product, 'citizen', 'ยินยอม ให้ตอบกลับ');
    expect((await only()).data).toMatchObject({ division: 'finance', waits: true, comment: COMMENT });
    expect(await product.ask('staff', 'งานวันนี้')).toContain('ความเห็นที่ยังไม่ตอบ 1 ขอให้ตอบกลับ 1');
    expect(onScreen(product, 'staff')).toContain('ของสังกัดท่าน 1 เรื่อง');
    await press(product, 'staff', 'รหัสของฉัน');
    expect(onScreen(product, 'staff')).toContain('เปิดรับ · 1 คำตอบ');
    await product.ask('staff', 'ความเห็นใหม่');
    expect(onScreen(product, 'staff')).toContain('ขอให้ตอบกลับ');
    expect(await openFirst('staff')).toContain(COMMENT);
  });

  it.runIf(there)('answer after a look at what goes out, and the citizen reads it', async () => {
    const { id } = await only();
    await press(product, 'staff', 'ตอบ');
    expect(await product.ask('staff', 'ยาว'.repeat(400))).toContain('ยังไม่ได้บันทึก');
    expect(await product.ask('staff', 'พิมพ์ผิด')).toContain('ตรวจคำตอบก่อนส่ง: พิมพ์ผิด');
    const wrong = buttonOf(product, 'staff', 'ส่งคำตอบ');
    expect(await product.ask('staff', ANSWER)).toContain(`ตรวจคำตอบก่อนส่ง: ${ANSWER}`);
    expect((await only()).data.reply).toBeNull();
    // The button of the words before must not send those that came after.
    const send = buttonOf(product, 'staff', 'ส่งคำตอบ');
    expect(await tap(product, 'staff', wrong)).toContain(`ตรวจคำตอบก่อนส่ง: ${ANSWER}`);
    expect(await tap(product, 'staff', send)).toContain('ส่งคำตอบแล้ว');
    expect((await only()).data).toMatchObject({ state: 'answered', reply: { text: ANSWER } });
    expect(await product.store.get(waiting, lineId('staff'))).toBeUndefined();
    expect(await product.ask('citizen', 'มีคำตอบไหม')).toContain(ANSWER);
    expect((await deeds())[0]).toEqual(['feedback.answer', feedbackName(id)]);
    expect(await tap(product, 'staff', send)).not.toContain('ส่งคำตอบแล้ว');
    expect(onScreen(product, 'staff')).toContain('คำตอบด้านล่างส่งไปแล้ว');
    expect(await product.ask('staff', 'ความเห็นใหม่')).toContain('ไม่มีความเห็นที่รอคำตอบ');
    expect(await product.ask(other, 'งานวันนี้')).toContain('ความเห็นที่ยังไม่ตอบ 0');
  });

  it.runIf(there)(
    'do not overwrite one another: who sends second sees the first answer and may still send theirs',
    async () => {
      await product.ask('staff', 'ความเห็นใหม่');
      await press(product, 'staff', 'รวมที่ตอบแล้ว');
      await openFirst('staff');
      await press(product, 'staff', 'แก้ไขคำตอบ');
      await product.ask('staff', 'คำตอบของกองคลัง');
      await product.ask(other, 'ความเห็นใหม่');
      await press(product, other, 'รวมที่ตอบแล้ว');
      await press(product, other, 'ทุกสังกัด');
      await openFirst(other);
      await press(product, other, 'แก้ไขคำตอบ');
      await product.ask(other, 'คำตอบของสำนักปลัด');
      const said = await Promise.all(['staff', other].map((chat) => press(product, chat, 'ส่งแทนคำตอบเดิม')));
      expect(said.filter((one) => one.includes('ส่งคำตอบแล้ว'))).toHaveLength(1);
      expect(said.filter((one) => one.includes('มีเจ้าหน้าที่ตอบเรื่องนี้แล้ว'))).toHaveLength(1);
      const first = (await only()).data.reply?.text ?? '';
      const second = said[0]?.includes('ส่งคำตอบแล้ว') ? other : 'staff';
      expect(onScreen(product, second)).toContain(first);
      await press(product, second, 'ส่งแทนคำตอบเดิม');
      expect((await only()).data.reply?.text).not.toBe(first);
      expect((await deeds()).slice(0, 2).map(([action]) => action)).toEqual(['feedback.answer', 'feedback.answer']);
    },
  );

  it.runIf(there)('hand it to another division, which sees it first', async () => {
    await product.ask('citizen', `ประเมิน ${code}`);
    await press(product, 'citizen', 'ควรปรับปรุง');
    await press(product, 'citizen', 'เขียนความเห็นใหม่');
    await product.ask('citizen', `ยังรอนาน ${COMMENT}`);
    await product.ask('staff', 'ความเห็นใหม่');
    await openFirst('staff');
    await press(product, 'staff', 'ส่งต่อให้สังกัดอื่น');
    await press(product, 'staff', 'ส่งต่อให้สำนักปลัด');
    expect((await only()).data.division).toBe('office');
    expect((await deeds())[0]?.[0]).toBe('feedback.hand');
    expect(await product.ask('staff', 'ความเห็นใหม่')).toContain('ไม่มีความเห็นที่รอคำตอบ');
    await product.ask(other, 'ความเห็นใหม่');
    expect(onScreen(product, other)).toContain('ของสังกัดท่าน');
    expect(await openFirst(other)).toContain('ยังรอนาน');
  });

  it.runIf(there)('hide abuse with a reason that stays in the audit, and only a manager shows it again', async () => {
    await press(product, other, 'ซ่อนข้อความไม่เหมาะสม');
    await press(product, other, 'ซ่อนเพราะถ้อยคำหยาบคายหรือดูหมิ่น');
    expect(onScreen(product, other)).not.toContain('ยังรอนาน');
    expect((await only()).data).toMatchObject({ state: 'hidden', hiddenBecause: 'ถ้อยคำหยาบคายหรือดูหมิ่น' });
    const { docs } = await product.store.query(audit, { orderBy: { field: 'atMs', direction: 'desc' }, limit: 1 });
    expect(docs[0]?.data).toMatchObject({
      action: 'feedback.hide',
      by: { handle: await handleOf(other), role: 'staff', division: 'office' },
      before: { hidden: false, reason: null },
      after: { hidden: true, reason: 'ถ้อยคำหยาบคายหรือดูหมิ่น' },
    });
    expect(await product.ask(other, 'ความเห็นที่ซ่อน')).toContain('รายการนี้สำหรับ');
    await product.ask(manager, 'ความเห็นที่ซ่อน');
    await press(product, manager, 'ดูความเห็นที่ซ่อนจาก งานทะเบียน ช่อง 2');
    expect(onScreen(product, manager)).toContain('ยังรอนาน');
    await press(product, manager, 'เลิกซ่อน');
    expect((await only()).data).toMatchObject({ state: 'answered', hiddenBecause: null });
    expect((await deeds())[0]?.[0]).toBe('feedback.show');
  });

  it.runIf(there)('give the point another name, stop the code after a question, and open it again', async () => {
    await product.ask('staff', 'รหัสของฉัน');
    await press(product, 'staff', 'รหัสของ งานทะเบียน ช่อง 2');
    await press(product, 'staff', 'เปลี่ยนชื่อ');
    expect(await product.ask('staff', 'งานภาษี')).toContain('เปลี่ยนชื่อจุดบริการแล้ว: งานภาษี');
    await press(product, 'staff', 'หยุดรับ');
    expect(await product.store.get(qrcodes, code)).toMatchObject({ point: 'งานภาษี', active: true });
    await press(product, 'staff', 'หยุดรับ');
    expect(await product.store.get(qrcodes, code)).toMatchObject({ active: false });
    expect(await product.ask('citizen', `ประเมิน ${code}`)).not.toContain('งานภาษี');
    await press(product, 'staff', 'เปิดรับอีกครั้ง');
    expect(await product.ask('citizen', `ประเมิน ${code}`)).toContain('งานภาษี');
    expect((await deeds()).slice(0, 3).map(([action]) => action)).toEqual(['qr.open', 'qr.stop', 'qr.rename']);
    await press(product, 'staff', 'ความเห็นของจุดนี้');
    expect(onScreen(product, 'staff')).toContain('งานทะเบียน ช่อง 2');
  });

  it.runIf(there)('change nothing any more once the role is withdrawn, however lately', async () => {
    await product.ask(other, 'รหัสของฉัน');
    await press(product, other, 'รหัสของ งานภาษี');
    await press(product, other, 'หยุดรับ');
    const known = await product.store.get(staff, lineId(other));
    if (!known) throw new Error('employed above');
    await product.store.set(staff, lineId(other), { ...known, role: 'citizen' });
    expect(await press(product, other, 'หยุดรับ')).toContain('รายการนี้สำหรับ');
    expect(await product.store.get(qrcodes, code)).toMatchObject({ active: true });
  });

  it.runIf(there)('have one effect however often LINE delivers their taps', async () => {
    const { emulator } = product;
    const before = (await deeds()).length;
    emulator.settings.duplicates = 4;
    await product.ask('staff', 'สร้างรหัสใหม่');
    await product.ask('staff', 'งานโยธา');
    emulator.settings.duplicates = 0;
    const named = (await product.store.query(qrcodes)).docs.filter(({ data }) => data.point === 'งานโยธา');
    expect(named).toHaveLength(1);
    expect(await deeds()).toHaveLength(before + 1);
  });

  it.runIf(there)(
    'leave no comment, answer, reference, name or LINE id in the log, the audit or on buttons',
    async () => {
      const { id } = await only();
      const entries = JSON.stringify((await product.store.query(audit, { limit: 1_000 })).docs);
      const said = ['staff', other, manager].map((chat) => JSON.stringify(product.emulator.sent(chat))).join();
      const people = ['citizen', 'staff', other, manager].map(lineId);
      const secret = ['สมหญิง', '0899999999', 'รอนาน', 'เพิ่มเก้าอี้', id, ...people];
      for (const word of [...secret, code]) expect(product.logged()).not.toContain(word);
      for (const word of secret) expect(entries).not.toContain(word);
      for (const word of [id, ...people]) expect(said.replaceAll('-', '')).not.toContain(word);
    },
  );
});
