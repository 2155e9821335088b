import { randomBytes } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { Conversation } from '../../../src/chat/conversation.ts';
import { createDesk } from '../../../src/chat/feedback/desk.ts';
import { WaitingList } from '../../../src/chat/waiting-list.ts';
import { encodePostback } from '../../../src/chat/postback.ts';
import type { Slots } from '../../../src/chat/request.ts';
import { cleanShortLived } from '../../../src/feedback/retention.ts';
import type { LineEvent } from '../../../src/line/webhook-event.ts';
import { createLog } from '../../../src/log.ts';
import { createMetrics } from '../../../src/metrics.ts';
import { contacts, daykeys, feedback, takenback, waiting } from '../../../src/store/collections.ts';
import type { AgencyStore } from '../../../src/store/port.ts';
import { dayKeysFor } from '../../day-keys-for-tests.ts';
import { memoryAgency } from '../../memory-agency.ts';
import { CARDS, STATES } from '../answers/knowledge.ts';

const USER = `U${'a'.repeat(32)}`;
const START = Date.parse('2026-11-22T10:00:00+07:00');
const newKey = (): string => randomBytes(32).toString('base64url');

/** A server as it handles one event after another; `says` gives all it would send, as JSON. `now`: its time, in Bangkok. */
function server(store: AgencyStore, now = '2026-11-22T10:00:00') {
  const time = { now };
  const clock = (): Date => new Date(`${time.now}+07:00`);
  const knowledge = STATES['two years'];
  if (!knowledge) throw new Error('the state is named in knowledge.ts');
  const conversation = new Conversation({
    store,
    desk: createDesk(store, clock, dayKeysFor({ store, clock, newKey })),
    staff: () => undefined,
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
    time,
    says,
    tap: (slots: Slots<'give_feedback'>, more: Partial<LineEvent> = {}) =>
      says({ content: { kind: 'postback', data: encodePostback('give_feedback', slots), date: undefined }, ...more }),
    write: (text: string, messageId = 'm1', more: Partial<LineEvent> = {}) =>
      says({ content: { kind: 'text', text, mentionsBot: false, messageId }, ...more }),
    unsend: (messageId: string) => says({ content: { kind: 'unsend', messageId } }),
  };
}

const at = (iso: string): number => Date.parse(`${iso}+07:00`);
const again = (timestampMs: number): Partial<LineEvent> => ({ timestampMs, redelivered: true });
const idsIn = async (store: AgencyStore): Promise<string[]> => (await store.query(feedback)).docs.map(({ id }) => id);
const scoreIn = async (store: AgencyStore): Promise<number | undefined> =>
  (await store.query(feedback)).docs[0]?.data.score;
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

describe('around midnight', () => {
  const TAPPED = at('2026-11-22T23:59:50');

  it('a rating delivered again to another server is the same answer', async () => {
    const store = memoryAgency();
    await server(store, '2026-11-22T23:59:51').tap({ step: 67 }, { timestampMs: TAPPED });
    const ids = await idsIn(store);
    for (const now of ['2026-11-23T00:00:10', '2026-11-23T00:59:59']) {
      expect(await server(store, now).tap({ step: 67 }, again(TAPPED))).toContain('ขอบคุณ');
      expect(await idsIn(store)).toEqual(ids);
    }
    expect((await store.query(feedback)).docs[0]?.data).toMatchObject({ day: '2026-11-22', givenAtMs: TAPPED });
  });

  it('a rating that comes only after midnight counts for its own day, and one of the new day is another', async () => {
    const store = memoryAgency();
    const b = server(store, '2026-11-23T00:10:00');
    await b.tap({ step: 33 }, { timestampMs: at('2026-11-23T00:09:59') });
    await b.tap({ step: 67 }, again(TAPPED));
    const scores = (await store.query(feedback)).docs.map(({ data }) => [data.day, data.score]);
    expect(Object.fromEntries(scores)).toEqual({ '2026-11-22': 67, '2026-11-23': 33 });
    expect(scores).toHaveLength(2);
  });

  it('past 01:00 a tap of the day before changes nothing, makes nothing, and gets kind words', async () => {
    const store = memoryAgency();
    const a = server(store, '2026-11-22T23:59:51');
    await a.tap({ step: 67 }, { timestampMs: TAPPED });
    const before = (await store.query(feedback)).docs;
    for (const late of [server(store, '2026-11-23T01:00:00'), a]) {
      late.time.now = '2026-11-23T01:00:00';
      for (const slots of [{ step: 0 }, { why: 'i6a' }, { act: 'reply' }, { act: 'withdraw' }] as const)
        expect(await late.tap(slots, again(TAPPED + 1))).toContain('ส่งมาถึงช้าเกินไป');
    }
    expect((await store.query(feedback)).docs).toEqual(before);
    expect(await store.count(contacts)).toBe(0);
    expect(await store.count(takenback)).toBe(0);
  });

  it('what is tapped after midnight still finds the answer given before, as long as there is none of the new day', async () => {
    const store = memoryAgency();
    const a = server(store, '2026-11-22T23:59:51');
    await a.tap({ step: 67 }, { timestampMs: TAPPED });
    a.time.now = '2026-11-23T00:01:00';
    await a.tap({ why: 'i6a' }, { timestampMs: at('2026-11-23T00:01:00') });
    expect((await store.query(feedback)).docs.map(({ data }) => data.why)).toEqual([{ i6a: true }]);
    expect(await a.tap({ act: 'withdraw' }, { timestampMs: at('2026-11-23T00:02:00') })).toContain('ยกเลิกคำตอบแล้ว');
    expect(await idsIn(store)).toEqual([]);
    const left = async (): Promise<number> => (await store.count(daykeys)) + (await store.count(takenback));
    await cleanShortLived(store, () => new Date('2026-11-23T00:59:59.999+07:00'));
    expect(await left()).toBe(3);
    await cleanShortLived(store, () => new Date('2026-11-23T01:00:00+07:00'));
    expect(await left()).toBe(1);
  });
});

describe('an answer that was taken back', () => {
  it('does not come back by a rating delivered again to another server, or after a restart', async () => {
    const store = memoryAgency();
    const a = server(store);
    await a.tap({ step: 67 });
    await a.tap({ act: 'withdraw' }, { timestampMs: START + 5 });
    const b = server(store);
    expect(await b.tap({ step: 67 }, again(START))).toContain('ยกเลิกคำตอบแล้ว');
    // Not every duplicate says that it is one.
    await b.tap({ step: 67 });
    expect(await idsIn(store)).toEqual([]);
    expect(JSON.stringify((await store.query(takenback)).docs)).not.toContain(USER);
  });

  it('counts again when it is given anew, and nothing from before comes with it', async () => {
    const store = memoryAgency();
    const a = server(store);
    await a.tap({ step: 67 });
    await a.tap({ why: 'i6a' }, { timestampMs: START + 1 });
    await a.tap({ act: 'reply' }, { timestampMs: START + 2 });
    await a.tap({ act: 'withdraw' }, { timestampMs: START + 5 });
    await a.tap({ step: 0 }, { timestampMs: START + 9 });
    const b = server(store);
    await b.tap({ step: 67 }, again(START));
    await b.tap({ why: 'i6a' }, again(START + 1));
    await b.tap({ act: 'reply' }, again(START + 2));
    await b.tap({ act: 'withdraw' }, again(START + 5));
    expect((await store.query(feedback)).docs.map(({ data }) => data)).toMatchObject([
      { score: 0, why: {}, wantsReply: false },
    ]);
    expect(await store.count(contacts)).toBe(0);
    await b.tap({ act: 'reply' }, { timestampMs: START + 10 });
    await b.tap({ why: 'i6b' }, { timestampMs: START + 11 });
    expect((await store.query(feedback)).docs[0]?.data).toMatchObject({ why: { i6b: true }, wantsReply: true });
  });

  it('does not come at all if its rating is overtaken by the wish to take it back', async () => {
    const store = memoryAgency();
    await server(store).tap({ act: 'withdraw' }, { timestampMs: START + 5 });
    await server(store).tap({ step: 67 }, again(START));
    expect(await idsIn(store)).toEqual([]);
    await server(store).tap({ step: 33 }, { timestampMs: START + 6 });
    expect(await scoreIn(store)).toBe(33);
  });

  it('says so again when the wish is delivered again', async () => {
    const store = memoryAgency();
    await server(store).tap({ step: 67 });
    const back = { timestampMs: START + 5 };
    await server(store).tap({ act: 'withdraw' }, back);
    expect(await server(store).tap({ act: 'withdraw' }, again(START + 5))).toContain('ยกเลิกคำตอบแล้ว');
  });
});

describe('the wish for a reply', () => {
  it('does not come back by a yes delivered again after a no, and stays if the no is delivered again after a new yes', async () => {
    const store = memoryAgency();
    const a = server(store);
    await a.tap({ step: 67 });
    await a.tap({ act: 'reply' }, { timestampMs: START + 1 });
    await a.tap({ act: 'no_reply' }, { timestampMs: START + 2 });
    await server(store).tap({ act: 'reply' }, again(START + 1));
    expect(await store.count(contacts)).toBe(0);
    await a.tap({ act: 'reply' }, { timestampMs: START + 3 });
    await server(store).tap({ act: 'no_reply' }, again(START + 2));
    expect(await store.count(contacts)).toBe(1);
  });

  it('does not come back by a yes delivered again after all was erased', async () => {
    const store = memoryAgency();
    const a = server(store);
    await a.tap({ step: 67 });
    await a.tap({ act: 'reply' }, { timestampMs: START + 1 });
    const erase = encodePostback('privacy', { action: 'delete_confirmed' });
    await a.says({ content: { kind: 'postback', data: erase, date: undefined }, timestampMs: START + 2 });
    await server(store).tap({ act: 'reply' }, again(START + 1));
    expect(await store.count(contacts)).toBe(0);
    expect(await scoreIn(store)).toBe(67);
  });
});
