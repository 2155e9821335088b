import { describe, expect, it } from 'vitest';
import type { Knowledge } from '../../../src/chat/answer.ts';
import { createDesk, type Desk } from '../../../src/chat/feedback/desk.ts';
import type { Request, Slots } from '../../../src/chat/request.ts';
import { addComment } from '../../../src/feedback/give-feedback.ts';
import { createQrCode, type NewQrCode } from '../../../src/feedback/qr-codes.ts';
import { checkMessages } from '../../../src/line/limits/check-messages.ts';
import { feedback } from '../../../src/store/collections.ts';
import { dayKeysFor } from '../../day-keys-for-tests.ts';
import { memoryAgency } from '../../memory-agency.ts';
import { contextOf, replyWith, STATES } from './knowledge.ts';
import { objectsIn, postbacksIn, wordsOn } from './look-into.ts';

const NOW = '2026-11-22T10:00:00+07:00';
const user = { id: `U${'a'.repeat(32)}`, eventMs: Date.parse(NOW), eventId: 'event', nowMs: 0 };
const CODE = '7K3M9QXT2BD';
const knowledge = STATES['two years'] as Knowledge;
const context = contextOf(knowledge, { user, currentFiscalYear: 2570 });

function deskAt(now = NOW): Desk {
  const clock = (): Date => new Date(now);
  const store = memoryAgency();
  return createDesk(store, clock, dayKeysFor({ store, clock }));
}

async function withCode(desk: Desk, more: Partial<NewQrCode> = {}): Promise<void> {
  const wanted = { point: 'งานทะเบียน', fiscalYear: 2570, ...more };
  await createQrCode(desk.store, wanted, { clock: desk.clock, newCode: () => CODE });
}

const ask = (slots: Slots<'give_feedback'>, desk: Desk, of = context) =>
  replyWith({ intent: 'give_feedback', slots }, of, desk);

/** Taps: the reply, with its writes made. */
async function tap(slots: Slots<'give_feedback'>, desk: Desk, of = context) {
  const reply = await ask(slots, desk, of);
  await desk.store.transaction(async (tx) => {
    for (const write of reply.writes) await write(tx);
  });
  return reply;
}

const quickLabels = (message: unknown): readonly unknown[] =>
  objectsIn((message as { quickReply?: unknown }).quickReply).flatMap(({ label }) =>
    label === undefined ? [] : [label],
  );

describe('feedback', () => {
  it.each([{ opensAt: '2026-11-23T00:00:00Z' }, { endsAt: '2026-11-21T00:00:00Z' }])(
    'is asked for with the same words through a code that is %j as through one that never was',
    async (more) => {
      const [desk, empty] = [deskAt(), deskAt()];
      await withCode(desk, more);
      const closed = await ask({ point: CODE }, desk);
      expect(closed).toEqual(await ask({ point: CODE }, empty));
      expect(wordsOn(closed)).toContain('แสดงความคิดเห็นทั่วไป');
    },
  );

  it('through a code of staff is about the indicators of the staff survey, and leads to no figures', async () => {
    const desk = deskAt();
    await withCode(desk, { audience: 'staff' });
    expect(wordsOn(await ask({ point: CODE }, desk))).toMatch(/สำหรับบุคลากร[^]*ไม่ใช่แบบวัด IIT/);
    const given = await tap({ point: CODE, step: 67 }, desk);
    const [doc] = (await desk.store.query(feedback)).docs;
    expect(doc?.data).toMatchObject({ audience: 'staff', about: { i1: true, i5: true } });
    expect(postbacksIn(given).join()).not.toContain('feedback_results');
  });

  it.each([1, 3, 5, 10])('never takes the %d points somebody says for a step', async (rating) => {
    const reply = await ask({ rating }, deskAt());
    expect(wordsOn(reply)).toContain(`${rating} คะแนน`);
    expect(reply.writes).toEqual([]);
    expect(postbacksIn(reply).filter((data) => data.includes('step='))).toHaveLength(4);
  });

  it('offers as reasons what has not been tapped, and always to skip, to cancel, and the notice', async () => {
    const desk = deskAt();
    const first = quickLabels((await tap({ step: 33 }, desk)).messages[0]);
    expect(first).toContain('ขั้นตอนและเวลา');
    const second = quickLabels((await tap({ why: 'i6a' }, desk)).messages[0]);
    expect(second).not.toContain('ขั้นตอนและเวลา');
    for (const labels of [first, second])
      expect(labels).toEqual(expect.arrayContaining(['ข้าม', 'ยกเลิกคำตอบ', 'ข้อมูลส่วนบุคคล', 'เมนูทั้งหมด']));
  });

  it('shows what was added before when another face is tapped the same day', async () => {
    const desk = deskAt();
    await tap({ step: 33 }, desk);
    await tap({ why: 'i6a' }, desk);
    await tap({ act: 'reply' }, desk);
    const [doc] = (await desk.store.query(feedback)).docs;
    await desk.store.transaction(addComment(doc?.id ?? '', 'รอนาน'));
    const later = contextOf(knowledge, { user: { ...user, eventMs: user.eventMs + 1 }, currentFiscalYear: 2570 });
    const again = await tap({ step: 100 }, desk, later);
    expect(wordsOn(again)).toMatch(/การให้บริการตามขั้นตอนและเวลา[^]*ลบความเห็น[^]*ไม่ต้องตอบกลับแล้ว/);
    expect(quickLabels(again.messages[0])).not.toContain('ขั้นตอนและเวลา');
  });

  it('says for the word "cancel" that there is nothing to cancel, and speaks of no score', async () => {
    const reply = await tap({ act: 'nothing' }, deskAt());
    expect(wordsOn(reply)).toContain('ไม่มีรายการที่รอยกเลิก');
    expect(wordsOn(reply)).not.toContain('คะแนน');
    expect(postbacksIn(reply)).toContain('intent=unsubscribe');
    expect(reply.writes).toEqual([]);
  });

  it('changes nothing for the words "cancel the answer" alone, and says where the score and the news are cancelled', async () => {
    const desk = deskAt();
    await tap({ step: 33 }, desk);
    const before = await desk.store.query(feedback);
    const reply = await tap({ act: 'stop' }, desk);
    expect(wordsOn(reply)).toMatch(/คะแนนที่ให้ไว้แล้วยังอยู่[^]*ยกเลิกคำตอบ/);
    expect(postbacksIn(reply)).toContain('intent=unsubscribe');
    expect(reply.writes).toEqual([]);
    expect(await desk.store.query(feedback)).toEqual(before);
  });

  it('opens the keyboard on the button that asks for words', async () => {
    const desk = deskAt();
    const reply = await tap({ step: 33 }, desk);
    const button = objectsIn(reply.messages).find(({ data }) => String(data).includes('act=comment'));
    expect(button).toMatchObject({ inputOption: 'openKeyboard' });
  });

  it('shows the official survey only where staff have set its address', async () => {
    const agency = knowledge.agency && { ...knowledge.agency, eitSurveyUrl: 'https://itas.nacc.go.th/go/eit/x' };
    const open = contextOf({ ...knowledge, agency }, { user, currentFiscalYear: 2570 });
    expect(JSON.stringify((await tap({ step: 100 }, deskAt(), open)).messages)).toContain('itas.nacc.go.th');
    expect(JSON.stringify((await tap({ step: 100 }, deskAt())).messages)).not.toContain('itas.nacc.go.th');
  });

  it('about an item is about its indicator, with the item as reason', async () => {
    const desk = deskAt();
    await tap({ code: 'E11', step: 0 }, desk);
    const [doc] = (await desk.store.query(feedback)).docs;
    expect(doc?.data).toMatchObject({ about: { i8: true }, why: { E11: true }, code: null });
  });

  it('on another day is another answer: yesterday’s buttons say so kindly', async () => {
    const desk = deskAt();
    await tap({ step: 33 }, desk);
    const later = contextOf(knowledge, {
      user: { ...user, eventMs: user.eventMs + 86_400_000, eventId: 'event', nowMs: 0 },
      currentFiscalYear: 2570,
    });
    const clock = (): Date => new Date(user.eventMs + 86_400_000);
    const dayKeys = dayKeysFor({ store: desk.store, clock, newKey: () => 'B'.repeat(43) });
    const tomorrow = createDesk(desk.store, clock, dayKeys);
    const reply = await tap({ act: 'drop_comment' }, tomorrow, later);
    expect(wordsOn(reply)).toContain('ไม่พบคำตอบของวันนี้');
    expect(wordsOn(reply)).toContain('แสดงความคิดเห็น');
  });

  it('takes the longest names a code may have without exceeding what LINE takes', async () => {
    const desk = deskAt();
    await withCode(desk, { point: 'ก'.repeat(80), place: 'ที่'.repeat(40) });
    const replies = [await ask({ point: CODE }, desk), await tap({ point: CODE, step: 0 }, desk)];
    for (const why of ['i6a', 'i6b', 'i6c', 'i6d', 'i7a', 'i7b', 'i7c', 'i8a', 'i8b', 'i8c'])
      replies.push(await tap({ point: CODE, why }, desk));
    replies.push(await tap({ point: CODE, act: 'reply' }, desk));
    for (const reply of replies) expect(checkMessages(reply.messages)).toEqual([]);
  });

  it.each([{}, { indicator: 8 }, { point: CODE }, { step: 67 }, { act: 'comment' }] as const)(
    'is never taken in a group: %j',
    async (slots) => {
      const group = contextOf(knowledge, { user: undefined });
      const reply = await ask(slots, deskAt(), group);
      expect(wordsOn(reply)).toContain('แชตส่วนตัว');
      expect(reply.writes).toEqual([]);
    },
  );

  it('is one tap away from cards of indicators and weaknesses, and so is what others said', async () => {
    const requests: readonly Request[] = [
      { intent: 'indicator_score', slots: { indicator: 8 } },
      { intent: 'weakest', slots: {} },
      { intent: 'help', slots: {} },
    ];
    for (const request of requests) {
      const buttons = postbacksIn(await replyWith(request, context, deskAt())).join();
      expect(buttons).toContain('intent=give_feedback');
      expect(buttons).toContain('intent=feedback_results');
    }
  });
});
