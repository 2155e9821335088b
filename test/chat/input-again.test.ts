import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodePostback } from '../../src/chat/postback.ts';
import type { LineEvent } from '../../src/line/webhook-event.ts';
import { progress, waiting } from '../../src/store/collections.ts';
import type { AgencyStore } from '../../src/store/port.ts';
import { actOf, ANN, NOW, openOffice } from '../measures/office.ts';
import { memoryAgency } from '../memory-agency.ts';
import { conversationOn, eventOf, saidTo, type ConversationOn } from './conversation-on.ts';

const NOTE = encodePostback('work_measure', { measure: 1, year: 2570, act: 'note' });
const tap = (data: string): LineEvent['content'] => ({ kind: 'postback', data, date: undefined });
const words = (text: string): LineEvent['content'] => ({ kind: 'text', text, mentionsBot: false, messageId: text });

let store: AgencyStore;
let servers: ConversationOn[];
beforeEach(async () => {
  store = memoryAgency();
  servers = [];
  await openOffice(store);
});
afterEach(() => servers.forEach((server) => server.stop()));

/** Another server on the same store, which has seen nothing of what went before. */
async function server(): Promise<ConversationOn> {
  const made = await conversationOn(store, () => NOW);
  servers.push(made);
  return made;
}
const event = (id: string, seconds: number, content: LineEvent['content'], redelivered = false): LineEvent =>
  eventOf(ANN, id, actOf(ANN, id).atMs + seconds * 1_000, content, redelivered);

describe('words that the chat waited for, delivered again to another server', () => {
  it('are taken once and answered the same', async () => {
    const first = await server();
    await saidTo(first, event('tap', 0, tap(NOTE)));
    const said = await saidTo(first, event('words', 5, words('จัดอบรมแล้ว')));
    expect(said).toContain('บันทึกแล้ว ประชาชนอ่านข้อความนี้ได้ทันที');
    expect(await saidTo(await server(), event('words', 5, words('จัดอบรมแล้ว'), true))).toBe(said);
    expect((await store.query(progress)).docs.map(({ id }) => id)).toEqual(['words']);
  });

  it('leave the next message a question, which costs no write', async () => {
    const first = await server();
    await saidTo(first, event('tap', 0, tap(NOTE)));
    await saidTo(first, event('words', 5, words('จัดอบรมแล้ว')));
    const before = await store.get(waiting, ANN);
    for (const one of [first, await server()]) {
      const said = await saidTo(one, event('question', 9, words('มาตรการมีอะไรบ้าง')));
      expect(said).not.toContain('บันทึกแล้ว');
      expect(await saidTo(one, event('look', 10, tap(encodePostback('measures', {}))))).not.toContain('บันทึกแล้ว');
    }
    expect(await store.get(waiting, ANN)).toEqual(before);
    expect((await store.query(progress)).docs).toHaveLength(1);
  });

  it('are not waited for again when the tap that asked for them comes again', async () => {
    const first = await server();
    await saidTo(first, event('tap', 0, tap(NOTE)));
    await saidTo(first, event('words', 5, words('จัดอบรมแล้ว')));
    const second = await server();
    await saidTo(second, event('tap', 0, tap(NOTE), true));
    expect(await saidTo(second, event('question', 9, words('มาตรการมีอะไรบ้าง')))).not.toContain('บันทึกแล้ว');
    await saidTo(second, event('tap again', 20, tap(NOTE)));
    expect(await saidTo(second, event('more words', 25, words('พิมพ์คู่มือแล้ว')))).toContain('บันทึกแล้ว');
    expect((await store.query(progress)).docs).toHaveLength(2);
  });

  it('are dropped by "ยกเลิก", and by a tap on something else', async () => {
    const first = await server();
    await saidTo(first, event('tap', 0, tap(NOTE)));
    await saidTo(first, event('cancel', 5, words('ยกเลิก')));
    expect(await store.get(waiting, ANN)).toBeUndefined();
    await saidTo(first, event('tap2', 6, tap(NOTE)));
    await saidTo(first, event('other', 7, tap(encodePostback('my_work', {}))));
    expect(await store.get(waiting, ANN)).toBeUndefined();
    expect((await store.query(progress)).docs).toEqual([]);
  });
});
