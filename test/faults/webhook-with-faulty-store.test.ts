import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Conversation } from '../../src/chat/conversation.ts';
import { createDesk } from '../../src/chat/feedback/desk.ts';
import { WaitingList } from '../../src/chat/waiting-list.ts';
import { watchKnowledge, type KnowledgeWatch } from '../../src/chat/knowledge.ts';
import { encodePostback } from '../../src/chat/postback.ts';
import { loadExample } from '../../src/load-example.ts';
import { createLog } from '../../src/log.ts';
import { createMetrics } from '../../src/metrics.ts';
import { people } from '../../src/store/collections.ts';
import type { AgencyStore, Store } from '../../src/store/port.ts';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { dayKeysFor } from '../day-keys-for-tests.ts';
import { CARDS } from '../chat/answers/knowledge.ts';
import { body, startHarness, textEvent, USER, type Harness } from '../http/webhook-harness.ts';
import { SAMPLES, sampleEvent, SOURCES } from '../line/event-samples.ts';
import { faultyStore, type StoreFaults } from './faulty-store.ts';

const clock = (): Date => new Date('2022-10-03T02:00:00.000Z');
const DOWN = new StoreError('unavailable', `people/${USER}: Firestore cannot be reached`);
const LOST = new StoreError('deadline', `people/${USER}: no answer from Firestore in time`);

let real: Store;
let agency: AgencyStore;
let faults: StoreFaults;
let knowledge: KnowledgeWatch;
let waitingList: WaitingList;
let harness: Harness;
let logged: () => string;

/** The real conversation behind the real webhook, on a real store that can be made to misbehave. */
beforeEach(async () => {
  real = openSqliteStore({ path: ':memory:' });
  const faulty = faultyStore(real);
  faults = faulty.faults;
  agency = real.agency('org');
  await loadExample(agency, clock);
  knowledge = watchKnowledge(agency, () => undefined);
  await knowledge.ready;
  const stream = new PassThrough();
  let text = '';
  stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  logged = () => text;
  const metrics = createMetrics();
  const log = createLog('debug', stream);
  const store = faulty.store.agency('org');
  waitingList = new WaitingList({ store: agency, clock, onError: () => undefined });
  const conversation = new Conversation({
    store,
    desk: createDesk(store, clock, dayKeysFor({ store, clock })),
    staff: () => undefined,
    waitingList,
    knowledge: knowledge.current,
    cards: CARDS,
    clock,
    metrics,
    log,
  });
  harness = await startHarness({ handle: (event) => conversation.handle(event), metrics, log });
});
afterEach(async () => {
  faults.heal();
  await harness.close();
  knowledge.stop();
  waitingList.stop();
  await real.close();
});

const event = (type: string, token: string, more: object = {}): Record<string, unknown> => {
  const { message: _none, ...rest } = textEvent('', { type, replyToken: token, ...more });
  return rest;
};
const again = (one: object): object => ({ ...one, deliveryContext: { isRedelivery: true } });
const post = async (...events: object[]): Promise<number> => (await harness.post(body(...events))).status;

describe('a follow while the store', () => {
  it('is slower than a webhook may wait gets 503, leaves nothing half-written, is counted, and is completed later', async () => {
    expect(await post(textEvent('คะแนนรวม', { replyToken: 'warm' }))).toBe(200);
    await harness.settled();
    const gate = faults.hold('transaction');
    const follow = event('follow', 'hello');
    expect(await post(follow)).toBe(503);
    expect(await agency.get(people, USER)).toBeUndefined();
    expect(harness.replied).toEqual(['warm']);
    expect(await harness.metric('prongsai_store_late_total')).toEqual(['prongsai_store_late_total 1']);
    gate.open();
    expect(await post(again(follow))).toBe(200);
    await harness.settled();
    expect(await agency.get(people, USER)).toMatchObject({ following: true, changedAtMs: 1_700_000_000_000 });
    expect(harness.replied).toEqual(['warm', 'hello']);
  });

  it('is down gets 503 at once, and is completed by the next delivery', async () => {
    faults.fail(DOWN);
    const follow = event('follow', 'hello');
    expect(await post(follow)).toBe(503);
    expect(harness.replied).toEqual([]);
    faults.heal();
    expect(await agency.get(people, USER)).toBeUndefined();
    expect(await post(again(follow))).toBe(200);
    await harness.settled();
    expect(await agency.get(people, USER)).toMatchObject({ following: true });
    expect(harness.replied).toEqual(['hello']);
  });

  it('loses the answer gets 503, and the next delivery changes nothing more and gets the one reply', async () => {
    faults.loseAnswers(LOST);
    const follow = event('follow', 'hello');
    expect(await post(follow)).toBe(503);
    const written = await agency.get(people, USER);
    expect(written).toMatchObject({ following: true });
    faults.heal();
    expect(await post(again(follow))).toBe(200);
    await harness.settled();
    expect(await agency.get(people, USER)).toEqual(written);
    expect(harness.replied).toEqual(['hello']);
  });
});

describe('while the store is down', () => {
  it('questions are answered from memory, and only what must be remembered gets 503', async () => {
    faults.fail(DOWN);
    expect(await post(textEvent('คะแนนรวม', { replyToken: 'asked' }))).toBe(200);
    expect(await post(textEvent('หยุดรับข่าวสาร', { replyToken: 'stop' }))).toBe(503);
    expect(
      await post(event('postback', 'mine', { postback: { data: encodePostback('privacy', { action: 'export' }) } })),
    ).toBe(503);
    await harness.settled();
    expect(harness.replied).toEqual(['asked']);
  });

  it("the log says so, without the user's id", async () => {
    faults.fail(DOWN);
    await post(event('unfollow', 'bye'));
    expect(logged()).toContain('Firestore cannot be reached');
    expect(logged()).not.toContain(USER);
  });
});

it('what the store will never take is answered with an apology and not asked for again', async () => {
  faults.fail(new StoreError('invalid', 'people: does not fit'));
  const mine = event('postback', 'mine', { postback: { data: encodePostback('privacy', { action: 'export' }) } });
  expect(await post(mine, event('follow', 'hello'))).toBe(200);
  await harness.settled();
  expect(harness.replied).toEqual(['mine', 'hello']);
  expect(await harness.metric('prongsai_store_late_total')).toEqual(['prongsai_store_late_total 0']);
});

it('in standby nothing is said, but who follows and who left is remembered', async () => {
  const standby = { mode: 'standby', replyToken: undefined };
  expect(await post(event('follow', '', standby), textEvent('คะแนนรวม', { ...standby, replyToken: 't' }))).toBe(200);
  expect(await agency.get(people, USER)).toMatchObject({ following: true });
  expect(await post(event('unfollow', '', { ...standby, timestamp: 1_700_000_000_001 }))).toBe(200);
  await harness.settled();
  expect(await agency.get(people, USER)).toMatchObject({ following: false });
  expect(harness.replied).toEqual([]);
});

describe('every event type, from every kind of chat', () => {
  const everywhere = Object.entries(SOURCES).flatMap(([place, source]) =>
    SAMPLES.map(([name, type, extra]) => [name, place, type, { ...extra, source }] as const),
  );
  it('is taken with 200, in active and standby mode, with and without reply token, and none fails', async () => {
    let no = 0;
    for (const [, , type, extra] of everywhere) {
      for (const more of [{}, { mode: 'standby' }, { replyToken: undefined }, { source: undefined }]) {
        const webhookEventId = `made-${(no += 1)}`;
        expect(await post(sampleEvent(type, extra, { webhookEventId, ...more }))).toBe(200);
      }
    }
    await harness.settled();
    expect((await harness.metric('prongsai_events_total')).filter((line) => line.includes('failed'))).toEqual([]);
    expect(logged()).toBe('');
  });
});
