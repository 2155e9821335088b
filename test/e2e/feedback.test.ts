import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodePostback } from '../../src/chat/postback.ts';
import type { Slots } from '../../src/chat/request.ts';
import { systemClock } from '../../src/clock.ts';
import { fiscalYearOf } from '../../src/assessment/fiscal-year.ts';
import type { Feedback } from '../../src/feedback/feedback.ts';
import { feedbackId } from '../../src/feedback/feedback-id.ts';
import { giveFeedback } from '../../src/feedback/give-feedback.ts';
import { publishTallies } from '../../src/feedback/public-tallies.ts';
import { createQrCode } from '../../src/feedback/qr-codes.ts';
import { contacts, feedback, people, qrcodes, waiting } from '../../src/store/collections.ts';
import type { Doc } from '../../src/store/port.ts';
import { startProduct, type Product } from './product.ts';
import { answerNow } from '../feedback/officer.ts';

const CODE = '7K3M9QXT2BD';
/** The round of today. */
const YEAR = fiscalYearOf(systemClock());
const STAFF_CODE = '8K3M9QXT2BD';
/** Planted in comments: no log may ever hold any of it. */
const PLANTED = 'คุณสมหญิงวิไลใจดี 0899999999';

describe('feedback in LINE', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
    const make = (code: string, more: object): Promise<string> =>
      createQrCode(
        product.store,
        { point: 'งานทะเบียน', place: 'ชั้น 1 ช่อง 2', fiscalYear: YEAR, ...more },
        { clock: systemClock, newCode: () => code },
      );
    await make(CODE, {});
    await make(STAFF_CODE, { point: 'กองคลัง', audience: 'staff' });
  });
  afterAll(() => product.close());

  /** Taps a button with these slots; resolves with what the bot says to it. */
  async function tap(chat: string, slots: Slots<'give_feedback'>, about: object = { point: CODE }): Promise<string> {
    const { emulator } = product;
    const after = emulator.chat(chat).at(-1)?.seq ?? 0;
    await emulator.postback(chat, { data: encodePostback('give_feedback', { ...about, ...slots }) });
    const entries = await emulator.waitForReply(chat, { after });
    return entries.map((entry) => entry.notification ?? '').join('\n');
  }

  const stored = async (): Promise<readonly Doc<Feedback>[]> => (await product.store.query(feedback)).docs;
  const only = async (): Promise<Doc<Feedback>> => {
    const docs = await stored();
    expect(docs).toHaveLength(1);
    if (!docs[0]) throw new Error('nothing is stored');
    return docs[0];
  };
  const lineId = (chat: string): string => product.emulator.persona(chat).lineId;
  const seqOfLast = (chat: string): number =>
    product.emulator.chat(chat).findLast((entry) => entry.event !== undefined)?.seq ?? 0;
  const messageIdOfLast = (chat: string): string =>
    product.emulator.chat(chat).findLast((entry) => entry.kind === 'out' && entry.messageId !== undefined)?.messageId ??
    '';
  const dataOnScreen = (chat: string): string => JSON.stringify(product.emulator.sent(chat).at(-1));
  /** A clean slate for the persona: today's answer and what was waited for. */
  async function forget(): Promise<void> {
    for (const { id } of await stored()) {
      await product.store.delete(feedback, id);
      await product.store.delete(contacts, id);
    }
  }

  it.each([`ประเมิน ${CODE}`, `ประเมิน${CODE.toLowerCase()}`, 'ประเมิน 7k3m-9qxt-2bd', 'ประเมิน 7K3M 9QXT 2BD'])(
    '%j asks with four faces, each with its word, about the point',
    async (text) => {
      expect(await product.ask('citizen', text)).toContain('งานทะเบียน');
      const screen = dataOnScreen('citizen');
      for (const word of ['ควรปรับปรุงมาก', 'ควรปรับปรุง', 'ดี', 'ดีมาก', 'ชั้น 1 ช่อง 2', 'ไม่ใช่แบบวัด EIT', 'ความเห็นถึง'])
        expect(screen).toContain(word);
      for (const step of [0, 33, 67, 100]) expect(screen).toContain(`point=${CODE}&step=${step}`);
      expect(screen).toContain('intent=privacy');
      expect(await stored()).toEqual([]);
    },
  );

  it('names the staff survey that it is not for a code of staff', async () => {
    await product.ask('staff', `ประเมิน ${STAFF_CODE}`);
    expect(dataOnScreen('staff')).toContain('ไม่ใช่แบบวัด IIT');
  });

  it('says the same friendly words for a code that was never made and for one that was stopped', async () => {
    const unknown = await product.ask('citizen', 'ประเมิน 99999999999');
    const qr = await product.store.get(qrcodes, CODE);
    if (!qr) throw new Error('the code was made above');
    await product.store.set(qrcodes, CODE, { ...qr, active: false });
    expect(await product.ask('citizen', `ประเมิน ${CODE}`)).toBe(unknown);
    expect(await tap('citizen', { step: 100 })).toBe(unknown);
    await product.store.set(qrcodes, CODE, qr);
    expect(unknown).toContain('ความคิดเห็นทั่วไป');
    expect(await stored()).toEqual([]);
  });

  it('has the answer in the store before it says thank you, with one write, and says its reference', async () => {
    const writes = async (): Promise<number> => Number((await product.metric(WRITES)) ?? 0);
    await tap('citizen', { step: 33 });
    const before = await writes();
    const said = await tap('citizen', { step: 67 });
    expect((await writes()) - before).toBe(1);
    const { id, data } = await only();
    expect(data).toMatchObject({ score: 67, code: CODE, point: 'งานทะเบียน', channel: 'line', fiscalYear: YEAR });
    expect(data.about).toEqual({ i6: true, i7: true, i8: true });
    expect(said.replaceAll('-', '')).toContain(id);
    expect(JSON.stringify(data)).not.toContain(lineId('citizen'));
  });

  it('has one answer per person, point and day: the second replaces the first', async () => {
    await tap('citizen', { step: 0 });
    expect((await only()).data.score).toBe(0);
    await tap('staff', { step: 100 });
    expect(await stored()).toHaveLength(2);
    await tap('staff', { act: 'withdraw' });
    expect((await only()).data.score).toBe(0);
  });

  it('adds one reason with each tap, however often', async () => {
    await tap('citizen', { why: 'i6a' });
    await tap('citizen', { why: 'i6a' });
    await tap('citizen', { why: 'i7b' });
    expect((await only()).data.why).toEqual({ i6a: true, i7b: true });
  });

  it('takes the next message as the comment, and the one after that as a question again', async () => {
    await tap('citizen', { act: 'comment' });
    expect(await product.store.get(waiting, lineId('citizen'))).toMatchObject({ for: 'comment' });
    expect(await product.ask('citizen', `รอนานไปหน่อย ${PLANTED}`)).toContain('บันทึกความเห็นแล้ว');
    expect((await only()).data.comment).toBe(`รอนานไปหน่อย ${PLANTED}`);
    expect(await product.store.get(waiting, lineId('citizen'))).toBeUndefined();
    expect(await product.ask('citizen', 'คะแนนรวมเท่าไหร่')).toContain('97.02');
    expect((await only()).data.comment).toBe(`รอนานไปหน่อย ${PLANTED}`);
  });

  it('removes the comment and keeps the score when its message is unsent', async () => {
    await tap('citizen', { act: 'comment' });
    await product.ask('citizen', 'ป้ายบอกทางอ่านยาก');
    await product.emulator.unsend('citizen', messageIdOfLast('citizen'));
    await expect.poll(async () => (await only()).data.comment).toBeNull();
    expect((await only()).data.score).toBe(0);
  });

  it('leaves the comment when another message is unsent', async () => {
    await tap('citizen', { act: 'comment' });
    await product.ask('citizen', 'ความเห็นที่อยู่ต่อ');
    await product.ask('citizen', 'สวัสดี');
    await product.emulator.unsend('citizen', messageIdOfLast('citizen'));
    expect((await only()).data.comment).toBe('ความเห็นที่อยู่ต่อ');
  });

  it('stores nothing of a comment that reports corruption, names the channels, and takes it as ordinary feedback only when chosen', async () => {
    const report = `เจ้าหน้าที่เรียกเงินใต้โต๊ะ 5000 บาท ${PLANTED}`;
    await tap('citizen', { act: 'comment' });
    await product.ask('citizen', report);
    const said = await product.emulator.waitForReply('citizen', { count: 2 });
    expect(said.map((entry) => entry.notification).join()).toMatch(/1205[^]*ยังไม่บันทึก/);
    expect((await only()).data.comment).toBe('ความเห็นที่อยู่ต่อ');
    expect(await product.store.get(waiting, lineId('citizen'))).toBeUndefined();
    await tap('citizen', { act: 'anyway' });
    await product.ask('citizen', report);
    expect((await only()).data.comment).toBe(report);
    await tap('citizen', { act: 'drop_comment' });
    expect((await only()).data.comment).toBeNull();
  });

  it.each([
    ['ยกเลิก', 'เรียบร้อย'],
    ['ข้ามค่ะ', 'เรียบร้อย'],
    ['หยุดรับข่าวสาร', 'หยุด'],
    [`ประเมิน ${CODE}`, 'งานทะเบียน'],
  ])('while it waits, %j is no comment', async (text, answer) => {
    await tap('citizen', { act: 'comment' });
    expect(await product.ask('citizen', text)).toContain(answer);
    expect((await only()).data.comment).toBeNull();
    expect(await product.ask('citizen', 'คะแนนรวม')).toContain('97.02');
  });

  it('takes the whole answer back for the words of that button, also while it waits', async () => {
    const before = await stored();
    await tap('staff', { step: 67 });
    await tap('staff', { act: 'comment' });
    expect(await product.ask('staff', 'ยกเลิกคำตอบ')).toContain('ยกเลิกคำตอบแล้ว');
    expect(await stored()).toEqual(before);
    expect(await product.store.get(waiting, lineId('staff'))).toBeUndefined();
  });

  it('goes on waiting while somebody reads the notice, and not after a tap on something else', async () => {
    const { emulator } = product;
    const press = async (data: string): Promise<void> => {
      const after = emulator.chat('citizen').at(-1)?.seq ?? 0;
      await emulator.postback('citizen', { data });
      await emulator.waitForReply('citizen', { after });
    };
    await tap('citizen', { act: 'comment' });
    await press(encodePostback('privacy', {}));
    expect(await product.ask('citizen', 'อ่านแล้วจึงเขียน')).toContain('บันทึกความเห็นแล้ว');
    await tap('citizen', { act: 'comment' });
    await press(encodePostback('overall_score', {}));
    expect(await product.ask('citizen', 'จุดแข็งคืออะไร')).not.toContain('บันทึกความเห็นแล้ว');
    expect((await only()).data.comment).toBe('อ่านแล้วจึงเขียน');
  });

  it('asks to shorten a comment that is too long, and takes the next', async () => {
    await tap('citizen', { act: 'comment' });
    expect(await product.ask('citizen', 'ยาว'.repeat(500))).toContain('1,200');
    expect(await product.ask('citizen', 'สั้น ๆ')).toContain('บันทึกความเห็นแล้ว');
    expect((await only()).data.comment).toBe('สั้น ๆ');
  });

  it('keeps who wants an answer apart, only after a yes, and shows the answer when it comes', async () => {
    await tap('citizen', { act: 'ask_reply' });
    expect((await product.store.query(contacts)).docs).toEqual([]);
    await tap('citizen', { act: 'reply' });
    const { id, data } = await only();
    expect(await product.store.get(contacts, id)).toMatchObject({ lineUserId: lineId('citizen') });
    expect(JSON.stringify(data)).not.toContain(lineId('citizen'));
    expect(await product.ask('citizen', 'มีคำตอบไหม')).toContain('ยังไม่มีคำตอบ');
    await answerNow(product.store, id, 'เพิ่มเก้าอี้แล้วค่ะ', systemClock());
    expect(await product.ask('citizen', 'มีคำตอบไหม')).toContain('เพิ่มเก้าอี้แล้วค่ะ');
    expect(await product.ask('staff', `อ้างอิง ${id.toLowerCase()}`)).toContain('เพิ่มเก้าอี้แล้วค่ะ');
    expect(dataOnScreen('staff')).not.toContain('ไม่ต้องตอบกลับ');
    expect(await product.ask('staff', 'มีคำตอบไหม')).not.toContain('เพิ่มเก้าอี้แล้วค่ะ');
    await tap('citizen', { act: 'no_reply' });
    expect((await product.store.query(contacts)).docs).toEqual([]);
    expect((await only()).data.reply?.text).toBe('เพิ่มเก้าอี้แล้วค่ะ');
  });

  it.each(['ยกเลิก', 'ข้าม'])(
    'takes %j below the faces for what it says, and nobody stops getting news by it',
    async (text) => {
      const known = async (): Promise<unknown> => [await stored(), await product.store.get(people, lineId('citizen'))];
      const before = await known();
      await product.ask('citizen', `ประเมิน ${CODE}`);
      expect(await product.ask('citizen', text)).toContain('ไม่ได้บันทึกอะไรเพิ่ม');
      expect(await known()).toEqual(before);
    },
  );

  it('knows no reference that was never given', async () => {
    expect(await product.ask('citizen', 'อ้างอิง 0000-0000-0000-0000-0000')).toContain('ไม่พบ');
  });

  it('lets nobody change what another said: the same button is about their own answer', async () => {
    const before = await only();
    expect(await tap('staff', { act: 'drop_comment' })).toContain('ไม่พบคำตอบของวันนี้');
    expect(await tap('staff', { act: 'withdraw' })).toContain('ไม่พบคำตอบของวันนี้');
    expect(await only()).toEqual(before);
  });

  it('is one answer and one reply however often LINE delivers the tap and the comment', async () => {
    const { emulator } = product;
    await forget();
    emulator.settings.duplicates = 5;
    const first = emulator.chat('citizen').at(-1)?.seq ?? 0;
    await tap('citizen', { step: 100 });
    await tap('citizen', { act: 'comment' });
    await product.ask('citizen', 'เขียนครั้งเดียว');
    const last = seqOfLast('citizen');
    emulator.settings.duplicates = 0;
    for (let times = 0; times < 10; times++) await emulator.redeliver('citizen', last);
    expect((await only()).data.comment).toBe('เขียนครั้งเดียว');
    await product.ask('citizen', 'สวัสดี');
    const replies = emulator.chat('citizen').filter((entry) => entry.seq > first && entry.kind === 'in');
    expect(replies).toHaveLength(4);
  });

  it('asks with faces when points are said, and turns no number into a step', async () => {
    await forget();
    await product.ask('citizen', 'บริการวันนี้ให้ 3 คะแนน');
    expect(dataOnScreen('citizen')).toContain('ท่านพิมพ์ว่า 3 คะแนน');
    expect(await stored()).toEqual([]);
  });

  it('stores what a button on a score or weakness card is about', async () => {
    await tap('citizen', { step: 33 }, { indicator: 8 });
    expect((await only()).data).toMatchObject({ about: { i8: true }, code: null, point: null, why: {} });
    await tap('citizen', { step: 33 }, { code: 'E11' });
    const docs = await stored();
    expect(docs.map(({ data }) => data.why)).toContainEqual({ E11: true });
    await forget();
  });

  it('never takes feedback in a group: it kindly asks to write in private', async () => {
    const { emulator } = product;
    const after = emulator.chat('group').at(-1)?.seq ?? 0;
    await emulator.sendText('group', `โปร่งใส ประเมิน ${CODE}`, 'citizen');
    const entries = await emulator.waitForReply('group', { after });
    expect(entries.map((entry) => entry.notification).join()).toContain('แชตส่วนตัว');
    expect(await stored()).toEqual([]);
  });

  it('tells what others said from five answers on, and what is done about it', async () => {
    const { store } = product;
    for (const giver of ['a', 'b', 'c', 'd', 'e', 'f']) {
      const given = { fiscalYear: YEAR, code: null, point: null, channel: 'web', audience: 'citizen' } as const;
      const id = feedbackId('k'.repeat(43), giver, null);
      await store.transaction(giveFeedback(id, { ...given, score: 67, indicators: [7, 8], givenAtMs: Date.now() }));
    }
    await publishTallies(store, YEAR, systemClock);
    expect(await product.ask('citizen', 'คนอื่นว่ายังไงเรื่องตัวชี้วัดที่ 8')).toContain('6 คำตอบ เฉลี่ย 67.00');
    expect(dataOnScreen('citizen')).toMatch(/ท่านบอก เราทำ[^]*มาตรการที่ 1/);
    await product.ask('citizen', 'คนอื่นว่ายังไงเรื่องตัวชี้วัดที่ 3');
    expect(dataOnScreen('citizen')).toContain('น้อยกว่า 5');
    await forget();
  });

  it('costs the store nothing to be asked while others write, question after question', async () => {
    await tap('staff', { step: 67 });
    await tap('staff', { act: 'comment' });
    await product.ask('citizen', 'คะแนนรวม');
    const counts = async (): Promise<readonly unknown[]> => [await product.metric(READS), await product.metric(WRITES)];
    const before = await counts();
    for (const question of ['คะแนนรวม', 'จุดอ่อน', 'ตัวชี้วัดที่ 3']) await product.ask('citizen', question);
    expect(await counts()).toEqual(before);
    await tap('staff', { act: 'withdraw' });
  });

  it('erases all that is held about a person, and gives a receipt', async () => {
    await tap('citizen', { step: 0 });
    await tap('citizen', { act: 'comment' });
    await product.ask('citizen', 'เก้าอี้ไม่พอ');
    await tap('citizen', { act: 'reply' });
    await tap('citizen', { act: 'comment' });
    await product.ask('citizen', 'ข้อมูลของฉัน');
    expect(dataOnScreen('citizen')).toContain('เก้าอี้ไม่พอ');
    await product.ask('citizen', 'ลบข้อมูลของฉัน');
    expect((await stored()).some(({ data }) => data.comment === 'เก้าอี้ไม่พอ')).toBe(true);
    await product.emulator.postback('citizen', { data: encodePostback('privacy', { action: 'delete_confirmed' }) });
    await product.emulator.waitForReply('citizen');
    expect(dataOnScreen('citizen')).toMatch(/ลบข้อมูลของท่านแล้ว[^]*1 รายการ/);
    expect((await product.store.query(contacts)).docs).toEqual([]);
    expect(await product.store.get(waiting, lineId('citizen'))).toBeUndefined();
    expect((await only()).data).toMatchObject({ comment: null, wantsReply: false, score: 0 });
  });

  it('left no comment, name, code, reference or LINE id in the log, and no LINE id with any answer', async () => {
    const ids = (await stored()).map(({ id }) => id);
    const said = ['สมหญิง', '0899999999', 'รอนาน', 'ใต้โต๊ะ', 'เก้าอี้', CODE, ...ids];
    for (const word of [...said, lineId('citizen'), lineId('staff')]) expect(product.logged()).not.toContain(word);
    expect(JSON.stringify(await stored())).not.toMatch(/U[0-9a-f]{32}/);
  });
});

const READS = 'prongsai_store_operations_total{kind="read"';
const WRITES = 'prongsai_store_operations_total{kind="write",collection="feedback"';
