import { describe, expect, it } from 'vitest';
import type { AnswerContext, Reply } from '../../../src/chat/answer.ts';
import type { Person } from '../../../src/people/person.ts';
import type { Request } from '../../../src/chat/request.ts';
import type { Transaction } from '../../../src/store/port.ts';
import { contextOf, replyTo, STATES } from './knowledge.ts';
import { understand } from '../../../src/chat/understand/understand.ts';
import { postbacksIn, wordsOn } from './look-into.ts';

const asked = contextOf(STATES['one year'] as never, { user: { id: 'Uasker', eventMs: 200 } });
const inGroup = contextOf(STATES['one year'] as never, { user: undefined });
const subscriber: Person = { role: 'citizen', following: true, subscribed: true, changedAtMs: 100 };

/** What is stored about the asker after the reply's writes. */
async function after(reply: Reply, before: Person | undefined): Promise<Person | undefined> {
  const docs = new Map<string, unknown>(before ? [['Uasker', before]] : []);
  const tx = {
    get: async (_: unknown, id: string) => docs.get(id),
    set: async (_: unknown, id: string, data: unknown) => void docs.set(id, data),
    delete: async (_: unknown, id: string) => void docs.delete(id),
  } as unknown as Transaction;
  for (const write of reply.writes) await write(tx);
  return docs.get('Uasker') as Person | undefined;
}

const ask = (request: Request, context: AnswerContext = asked, person?: Person) => replyTo(request, context, person);

describe('what concerns one person', () => {
  it.each([
    ['unsubscribing', { intent: 'unsubscribe', slots: {} }],
    ['withdrawing consent', { intent: 'privacy', slots: { action: 'withdraw' } }],
  ] as const)('honours %s at once', async (_, request) => {
    const reply = ask(request);
    expect(await after(reply, subscriber)).toEqual({ ...subscriber, subscribed: false, changedAtMs: 200 });
    expect(wordsOn(reply)).toContain('หยุดส่งข่าวสารแล้ว');
  });

  it('asks before it erases, and shows what is still there if the answer is no', async () => {
    const reply = ask({ intent: 'privacy', slots: { action: 'delete' } });
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

  it('erases the record once that is confirmed, and says so', async () => {
    const reply = ask({ intent: 'privacy', slots: { action: 'delete_confirmed' } });
    expect(await after(reply, subscriber)).toBeUndefined();
    expect(wordsOn(reply)).toContain('ลบข้อมูลของท่านแล้ว');
  });

  it('shows everything that is held', () => {
    const said = wordsOn(ask({ intent: 'privacy', slots: { action: 'export' } }, asked, subscriber));
    for (const part of ['Uasker', 'ประชาชน', 'ติดตามบัญชีนี้อยู่', 'รับข่าวสาร', '1 ม.ค. 2513']) expect(said).toContain(part);
  });

  it('says so when nothing is held', () => {
    expect(wordsOn(ask({ intent: 'privacy', slots: { action: 'export' } }))).toContain('ไม่มีข้อมูลของท่านในระบบ');
  });

  it.each([
    { intent: 'unsubscribe', slots: {} },
    { intent: 'privacy', slots: { action: 'delete' } },
    { intent: 'privacy', slots: { action: 'delete_confirmed' } },
    { intent: 'privacy', slots: { action: 'export' } },
    { intent: 'privacy', slots: { action: 'withdraw' } },
  ] as const)('is done only in a private chat: %j', (request) => {
    const reply = ask(request, inGroup);
    expect(wordsOn(reply)).toContain('แชตส่วนตัว');
    expect(reply.writes).toEqual([]);
    expect(reply.personal).toBe(true);
  });
});
