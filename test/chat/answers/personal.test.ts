import { describe, expect, it } from 'vitest';
import type { AnswerContext, Reply } from '../../../src/chat/answer.ts';
import type { Person } from '../../../src/people/person.ts';
import type { Request } from '../../../src/chat/request.ts';
import type { Desk } from '../../../src/chat/feedback/desk.ts';
import type { Subject } from '../../../src/chat/feedback/subject.ts';
import { addComment } from '../../../src/feedback/give-feedback.ts';
import { contacts, feedback, people } from '../../../src/store/collections.ts';
import { contextOf, emptyDesk, replyWith, STATES } from './knowledge.ts';
import { understand } from '../../../src/chat/understand/understand.ts';
import { postbacksIn, wordsOn } from './look-into.ts';

const USER = `U${'a'.repeat(32)}`;
const asked = contextOf(STATES['one year'] as never, { user: { id: USER, eventMs: 200, eventId: 'event', nowMs: 0 } });
const inGroup = contextOf(STATES['one year'] as never, { user: undefined });
const subscriber: Person = {
  following: true,
  wants: { news: { wanted: true, atMs: 100 } },
  changedAtMs: 100,
  recordedAtMs: 0,
};

/** A desk at which the asker is known, or not. */
async function deskWith(person?: Person): Promise<Desk> {
  const desk = emptyDesk();
  if (person) await desk.store.set(people, USER, person);
  return desk;
}

/** The reply, with its writes made. */
async function ask(request: Request, desk: Desk, context: AnswerContext = asked): Promise<Reply> {
  const reply = await replyWith(request, context, desk);
  await desk.store.transaction(async (tx) => {
    for (const write of reply.writes) await write(tx);
  });
  return reply;
}

/** The id of today's answer. */
async function idOf(desk: Desk, subject: Subject): Promise<string> {
  const mine = await desk.idOf({ id: USER, eventMs: 200, eventId: 'event', nowMs: 0 }, subject);
  if (!mine) throw new Error('the key of today is kept');
  return mine.id;
}

/** Gives the answer of today, with words and a wish for a reply. */
async function giveFeedback(desk: Desk): Promise<string> {
  const id = await idOf(desk, {});
  await ask({ intent: 'give_feedback', slots: { step: 67 } }, desk);
  await desk.store.transaction(addComment(id, 'ควรมีเก้าอี้เพิ่ม'));
  await ask({ intent: 'give_feedback', slots: { act: 'reply' } }, desk);
  return id;
}

describe('what concerns one person', () => {
  it.each([
    ['unsubscribing', { intent: 'unsubscribe', slots: {} }],
    ['withdrawing consent', { intent: 'privacy', slots: { action: 'withdraw' } }],
  ] as const)('honours %s at once', async (_, request) => {
    const desk = await deskWith(subscriber);
    expect(wordsOn(await ask(request, desk))).toContain('หยุดส่งข่าวสารแล้ว');
    expect(await desk.store.get(people, USER)).toMatchObject({
      following: true,
      wants: { news: { wanted: false, atMs: 200 } },
    });
  });

  it('asks before it erases, and shows what is still there if the answer is no', async () => {
    const reply = await ask({ intent: 'privacy', slots: { action: 'delete' } }, await deskWith(subscriber));
    expect(reply.writes).toEqual([]);
    expect(wordsOn(reply)).toMatch(/ต้องการลบข้อมูลหรือไม่[^]*ไม่ลบ[^]*ลบข้อมูล/);
    expect(postbacksIn(reply).slice(0, 2)).toEqual([
      'intent=privacy&action=export',
      'intent=privacy&action=delete_confirmed',
    ]);
  });

  it('never erases at a typed word', () => {
    for (const text of ['ลบข้อมูลของฉัน', 'ลบข้อมูล', 'delete_confirmed', 'ยืนยันลบข้อมูลของฉัน'])
      expect(understand(text, { today: 2567 }).request).not.toMatchObject({ slots: { action: 'delete_confirmed' } });
  });

  it('erases the record, the words and the wish for a reply when asked to, and says so', async () => {
    const desk = await deskWith(subscriber);
    const id = await giveFeedback(desk);
    const said = wordsOn(await ask({ intent: 'privacy', slots: { action: 'delete_confirmed' } }, desk));
    for (const part of ['ลบข้อมูลของท่านแล้ว', 'แล้ว 1 รายการ', 'ลบเมื่อ']) expect(said).toContain(part);
    expect(await desk.store.get(people, USER)).toBeUndefined();
    expect(await desk.store.get(contacts, id)).toBeUndefined();
    expect(await desk.store.get(feedback, id)).toMatchObject({ score: 67, comment: null, wantsReply: false });
  });

  it('finds the words again whatever the answer was about', async () => {
    const desk = await deskWith();
    for (const slots of [{ indicator: 8 }, { code: 'E11' }, { code: 'O18' }, {}]) {
      await ask({ intent: 'give_feedback', slots: { ...slots, step: 33 } }, desk);
      const id = await idOf(desk, slots);
      await desk.store.transaction(addComment(id, 'คำของฉัน'));
    }
    await ask({ intent: 'privacy', slots: { action: 'delete_confirmed' } }, desk);
    const { docs } = await desk.store.query(feedback);
    expect(docs.map(({ data }) => data.comment)).toEqual([null, null, null, null]);
  });

  it('shows everything that is held', async () => {
    const desk = await deskWith(subscriber);
    const id = await giveFeedback(desk);
    const said = wordsOn(await ask({ intent: 'privacy', slots: { action: 'export' } }, desk));
    for (const part of [USER, 'ติดตามบัญชีนี้อยู่', 'ท่านบอก เราทำ', '1 ม.ค. 2513', 'ควรมีเก้าอี้เพิ่ม', 'ขอให้ตอบกลับ'])
      expect(said).toContain(part);
    expect(said.replaceAll('-', '')).toContain(id);
  });

  it('says so when nothing is held', async () => {
    const reply = await ask({ intent: 'privacy', slots: { action: 'export' } }, await deskWith());
    expect(wordsOn(reply)).toContain('ไม่มีข้อมูลของท่านในระบบ');
  });

  const PRIVATE: readonly Request[] = [
    { intent: 'unsubscribe', slots: {} },
    { intent: 'privacy', slots: { action: 'delete' } },
    { intent: 'privacy', slots: { action: 'delete_confirmed' } },
    { intent: 'privacy', slots: { action: 'export' } },
    { intent: 'privacy', slots: { action: 'withdraw' } },
  ];
  it.each(PRIVATE)('is done only in a private chat: %j', async (request) => {
    const reply = await ask(request, await deskWith(subscriber), inGroup);
    expect(wordsOn(reply)).toContain('แชตส่วนตัว');
    expect(reply.writes).toEqual([]);
    expect(reply.personal).toBe(true);
  });
});
