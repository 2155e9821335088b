import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { Conversation } from '../../../src/chat/conversation.ts';
import { createDesk } from '../../../src/chat/feedback/desk.ts';
import { WaitingList } from '../../../src/chat/feedback/waiting-list.ts';
import { encodePostback } from '../../../src/chat/postback.ts';
import type { Slots } from '../../../src/chat/request.ts';
import type { LineEvent } from '../../../src/line/webhook-event.ts';
import { createLog } from '../../../src/log.ts';
import { createMetrics } from '../../../src/metrics.ts';
import { feedback, waiting } from '../../../src/store/collections.ts';
import type { AgencyStore } from '../../../src/store/port.ts';
import { memoryAgency } from '../../memory-agency.ts';
import { CARDS, STATES } from '../answers/knowledge.ts';

const USER = `U${'a'.repeat(32)}`;
const START = Date.parse('2026-11-22T10:00:00+07:00');

/** A server as it handles one event after another; `says` gives all it would send, as JSON. */
function server(store: AgencyStore) {
  const clock = (): Date => new Date(START);
  const knowledge = STATES['two years'];
  if (!knowledge) throw new Error('the state is named in knowledge.ts');
  const conversation = new Conversation({
    store,
    desk: createDesk(store, clock, () => 'A'.repeat(43)),
    waitingList: new WaitingList({ store, clock, onError: () => undefined }),
    knowledge: () => knowledge,
    cards: CARDS,
    clock,
    metrics: createMetrics(),
    log: createLog('silent', new PassThrough()),
  });
  const says = async (event: Partial<LineEvent> & Pick<LineEvent, 'content'>): Promise<string> => {
    const handling = conversation.handle({
      id: 'e',
      type: 'message',
      timestampMs: START,
      standby: false,
      redelivered: false,
      replyToken: 't',
      source: { type: 'user', userId: USER },
      ...event,
    });
    const outcome = handling.kind === 'now' ? handling.outcome : await handling.run();
    return outcome.messagesJson ?? '';
  };
  return {
    says,
    tap: (slots: Slots<'give_feedback'>, more: Partial<LineEvent> = {}) =>
      says({ content: { kind: 'postback', data: encodePostback('give_feedback', slots) }, ...more }),
    write: (text: string, messageId = 'm1', more: Partial<LineEvent> = {}) =>
      says({ content: { kind: 'text', text, mentionsBot: false, messageId }, ...more }),
    unsend: (messageId: string) => says({ content: { kind: 'unsend', messageId } }),
  };
}

const commentIn = async (store: AgencyStore): Promise<string | null | undefined> =>
  (await store.query(feedback)).docs[0]?.data.comment;
/** Lets the watches of the store have their say. */
const watched = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('several servers of one agency', () => {
  it('take a comment at one that was announced to another, and once', async () => {
    const store = memoryAgency();
    const [a, b] = [server(store), server(store)];
    await a.tap({ step: 67 });
    await a.tap({ act: 'comment' });
    await watched();
    expect(await b.write('ควรมีเก้าอี้เพิ่ม')).toContain('บันทึกความเห็นแล้ว');
    expect(await a.write('คะแนนรวมเท่าไหร่', 'm2')).toContain('คะแนนรวม');
    expect(await commentIn(store)).toBe('ควรมีเก้าอี้เพิ่ม');
    expect(await store.get(waiting, USER)).toBeUndefined();
  });

  it('say thank you again for a comment delivered again to a server that has not seen it, and store it once', async () => {
    const store = memoryAgency();
    const a = server(store);
    await a.tap({ step: 67 });
    await a.tap({ act: 'comment' });
    await a.write('ควรมีเก้าอี้เพิ่ม');
    const started = server(store);
    await watched();
    expect(await started.write('ควรมีเก้าอี้เพิ่ม', 'm1', { redelivered: true })).toContain('บันทึกความเห็นแล้ว');
    expect(await started.write('สวัสดี', 'm9', { redelivered: true })).toContain('สวัสดี');
    expect((await store.query(feedback)).docs).toHaveLength(1);
  });

  it('do not wait again when the tap that announced a comment is delivered again after it', async () => {
    const store = memoryAgency();
    const [a, b] = [server(store), server(store)];
    await a.tap({ step: 67 });
    await a.tap({ act: 'comment' });
    await a.write('ควรมีเก้าอี้เพิ่ม');
    await watched();
    await b.tap({ act: 'comment' }, { redelivered: true });
    expect(await store.get(waiting, USER)).toBeUndefined();
  });

  it('keep no comment whose message was taken back before it could be stored', async () => {
    const store = memoryAgency();
    const a = server(store);
    await a.tap({ step: 67 });
    await a.tap({ act: 'comment' });
    await a.unsend('m1');
    expect(await a.write('พิมพ์ผิด', 'm1', { redelivered: true })).toBe('');
    expect(await commentIn(store)).toBeNull();
  });

  it('wait ten minutes and no longer, by the clock of the messages', async () => {
    const store = memoryAgency();
    const a = server(store);
    await a.tap({ step: 67 });
    await a.tap({ act: 'comment' });
    expect(await a.write('คะแนนรวมเท่าไหร่', 'm1', { timestampMs: START + 10 * 60_000 + 1 })).toContain('คะแนนรวม');
    expect(await commentIn(store)).toBeNull();
    expect(await a.write('ทันเวลา', 'm2', { timestampMs: START + 10 * 60_000 })).toContain('บันทึกความเห็นแล้ว');
  });

  it('keep silent in a group for what one person has begun in private', async () => {
    const store = memoryAgency();
    const a = server(store);
    await a.tap({ step: 67 });
    await a.tap({ act: 'comment' });
    const group = { source: { type: 'group', chatId: `C${'b'.repeat(32)}`, userId: USER } } as const;
    expect(await a.write('คุยกันเอง', 'm1', group)).toBe('');
    expect(await a.tap({ step: 0 }, group)).toContain('แชตส่วนตัว');
    expect((await store.query(feedback)).docs.map(({ data }) => [data.score, data.comment])).toEqual([[67, null]]);
  });
});
