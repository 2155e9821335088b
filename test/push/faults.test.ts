import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { rememberUnfollow, rememberUnsubscribe } from '../../src/people/following.ts';
import { claimParts } from '../../src/push/claim-part.ts';
import { forgetRecipient } from '../../src/push/forget-recipient.ts';
import type { Part } from '../../src/push/part.ts';
import type { Send } from '../../src/push/send-outcome.ts';
import { bodies, parts, quotas } from '../../src/store/collections.ts';
import type { AgencyStore, Store } from '../../src/store/port.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { bothStores } from '../both-stores.ts';
import { faultyStore } from '../faults/faulty-store.ts';
import { NINE, withOutbox } from './outbox.ts';

const HELLO = '[{"type":"text","text":"ผลปี 2568"}]';

/** Parts of which something is still to be sent. */
async function openParts(store: AgencyStore): Promise<readonly Part[]> {
  return (await store.query(parts)).docs.map(({ data }) => data).filter(({ state }) => state === 'open');
}

const STORES = await bothStores(':memory:');

describe.each(STORES)('a push in %s', (_, there, open) => {
  let kept: Store | undefined;
  beforeAll(async () => {
    if (there) kept = await open();
  });
  afterAll(() => kept?.close());
  beforeEach(({ skip }) => skip(!there));
  const outbox = withOutbox(() => (kept as Store).agency(randomUUID()));

  it('first call refused: nobody gets it, and nothing is tried again', async () => {
    const { emulator, plan, deliver, push, reached, operations } = outbox();
    await plan(3);
    emulator.faults.add({ operation: 'multicast', kind: '400' });
    await deliver();
    await deliver();
    expect(operations()).toEqual(['multicast']);
    expect(reached()).toEqual({ none: 3, once: 0, more: 0 });
    expect(await push()).toMatchObject({ state: 'done', counts: { refused: 3, sent: 0, waiting: 0 } });
  });

  it('429 for the rate: waits and sends once', async () => {
    const { emulator, plan, deliver, push, reached, now } = outbox();
    await plan(3);
    emulator.faults.add({ operation: 'multicast', kind: 'rate-limit', times: 2 });
    await deliver();
    expect(now().getTime()).toBeGreaterThan(NINE);
    expect(reached()).toEqual({ none: 0, once: 3, more: 0 });
    expect(await push()).toMatchObject({ state: 'done', counts: { sent: 3 } });
  });

  it('429 for the month: stops everything, says so with numbers, and lets no other push through', async () => {
    const { emulator, plan, deliver, push, store, reached } = outbox();
    await plan(1_203, {}, { limit: 5_000, used: 0 });
    emulator.faults.add({ operation: 'multicast', kind: 'monthly-limit', times: 3 });
    await deliver();
    await deliver();
    expect(reached().once).toBe(0);
    expect(await push()).toMatchObject({
      state: 'stopped',
      stoppedBecause: 'monthly-limit',
      people: 1_203,
      counts: { sent: 0, refused: 1_203, waiting: 0 },
    });
    expect(await store.get(quotas, '2026-11')).toMatchObject({ reachedAtMs: expect.any(Number), open: 0 });
    expect(await plan(1, { id: 'another' }, { limit: 5_000, used: 10 })).toMatchObject({
      kind: 'not-enough-left',
      people: 1,
      room: { limit: 5_000, left: 0, over: true },
    });
  });

  it('500 twice, then 200: everybody has exactly one', async () => {
    const { emulator, plan, deliver, push, reached } = outbox();
    await plan(3);
    emulator.faults.add({ operation: 'multicast', kind: '500', times: 2 });
    await deliver();
    expect(reached()).toEqual({ none: 0, once: 3, more: 0 });
    expect(await push()).toMatchObject({ counts: { sent: 3 } });
  });

  it.each([
    ['timeout', 'hang-after', 500],
    ['connection reset after acceptance', 'reset-after', undefined],
  ] as const)('%s, then 409: known as accepted before', async (_, kind, deadlineMs) => {
    const { emulator, plan, deliver, send, sendWithin, push, reached, operations } = outbox();
    await plan(3);
    emulator.faults.add({ operation: 'multicast', kind });
    await deliver({ send: deadlineMs === undefined ? send : sendWithin(deadlineMs) });
    expect(reached()).toEqual({ none: 0, once: 3, more: 0 });
    expect(operations().length).toBeGreaterThan(1);
    expect(await push()).toMatchObject({ counts: { acceptedBefore: 3, sent: 0 } });
  });

  it('never an answer: given up after five tries as unknown', async () => {
    const { emulator, plan, deliver, push, operations } = outbox();
    await plan(3);
    emulator.faults.add({ operation: 'multicast', kind: '503', times: 50 });
    await deliver();
    expect(operations()).toHaveLength(5);
    expect(await push()).toMatchObject({ state: 'done', counts: { unknown: 3 } });
  });

  it('1,203 recipients: 500, 500 and 203', async () => {
    const { plan, deliver, store, reached, operations } = outbox();
    await plan(1_203);
    const { docs } = await store.query(parts);
    expect(docs.map(({ data }) => data.calls.map(({ people }) => people))).toEqual([[500], [500], [203]]);
    await deliver();
    expect(operations()).toEqual(['multicast', 'multicast', 'multicast']);
    expect(reached()).toEqual({ none: 0, once: 1_203, more: 0 });
  });

  it('crash between the second and the third: only the third is sent after the restart', async () => {
    const { plan, deliver, send, store, advance, operations, reached, push } = outbox();
    await plan(1_203);
    let calls = 0;
    const dies: Send = async (sending) => {
      calls += 1;
      // The process ends here: it never learns what came of the third call, and writes nothing down.
      if (calls === 3) return new Promise(() => undefined);
      return send(sending);
    };
    void deliver({ name: 'dies', send: dies });
    await vi.waitFor(async () => expect((await openParts(store)).map(({ no }) => no)).toHaveLength(1), 20_000);
    const before = operations().length;
    advance(61_000);
    await deliver({ name: 'server-2' });
    expect(operations().length - before).toBe(1);
    expect(reached()).toEqual({ none: 0, once: 1_203, more: 0 });
    expect(await push()).toMatchObject({ state: 'done', counts: { sent: 1_203 } });
  });

  it('two instances on one outbox: each part is sent by one of them', async () => {
    const { plan, deliver, operations, reached } = outbox();
    await plan(10_000);
    await Promise.all([deliver({ name: 'server-1', jumps: false }), deliver({ name: 'server-2', jumps: false })]);
    expect(operations()).toHaveLength(20);
    expect(reached()).toEqual({ none: 0, once: 10_000, more: 0 });
  });

  it('a server whose lease ran out and one that took over: nobody gets it twice, and both ends fit together', async () => {
    const { plan, deliver, send, advance, reached, push } = outbox();
    await plan(3);
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    const { promise: called, resolve: call } = Promise.withResolvers<void>();
    const slow: Send = async (sending) => {
      call();
      await held;
      return send(sending);
    };
    const first = deliver({ name: 'slow', send: slow });
    await called;
    advance(61_000);
    await deliver({ name: 'server-2' });
    release();
    await first;
    expect(reached()).toEqual({ none: 0, once: 3, more: 0 });
    expect(await push()).toMatchObject({ state: 'done', counts: { sent: 3 } });
  });

  it('the answer is lost in 20 % of 500 sends: everyone has exactly one', async () => {
    const { emulator, plan, deliver, send, push, reached } = outbox();
    const letters = Array.from({ length: 500 }, (_, index) => ({
      to: emulator.crowd.id(index),
      messages: JSON.stringify([{ type: 'text', text: `คำตอบที่ ${index}` }]),
    }));
    await plan(500, { letters });
    let calls = 0;
    const loses: Send = async (sending) => {
      calls += 1;
      const lost = calls % 5 === 0;
      const outcome = await send(sending);
      return lost ? { kind: 'unclear', reason: 'timeout' } : outcome;
    };
    await deliver({ send: loses });
    expect(reached()).toEqual({ none: 0, once: 500, more: 0 });
    const counts = (await push())?.counts;
    expect((counts?.sent ?? 0) + (counts?.acceptedBefore ?? 0)).toBe(500);
  });

  it('the clock jumps a day ahead in the middle: what LINE may have forgotten is not sent again', async () => {
    const { emulator, plan, deliver, advance, push, reached } = outbox();
    await plan(3);
    emulator.faults.add({ operation: 'multicast', kind: 'reset-after' });
    const stops: Send = async (sending) => {
      const outcome = await outbox().send(sending);
      advance(24 * 3_600_000);
      return outcome;
    };
    await deliver({ send: stops });
    await deliver();
    expect(reached()).toEqual({ none: 0, once: 3, more: 0 });
    expect((await push())?.counts).toMatchObject({ sent: 0, waiting: 0 });
  });

  it('a part found again after 24 hours is expired, never resent', async () => {
    const { plan, deliver, store, advance, now, operations, push } = outbox();
    await plan(3);
    await claimParts(store, [{ push: 'results-2568', no: 0 }], {
      name: 'died',
      nowMs: now().getTime(),
      withdrawn: new Set(),
    });
    advance(24 * 3_600_000);
    await deliver();
    expect(operations()).toEqual([]);
    expect(await push()).toMatchObject({ state: 'done', counts: { expired: 3 } });
  });

  it('the clock is set back after a first try: the age of the key is not known, so it is not sent again', async () => {
    const { plan, deliver, store, advance, now, operations } = outbox();
    await plan(3);
    const holder = { name: 'died', nowMs: now().getTime(), withdrawn: new Set<string>() };
    await claimParts(store, [{ push: 'results-2568', no: 0 }], holder);
    await store.transaction((tx) => tx.update(parts, 'results-2568-000000', (part) => ({ ...part, dueAtMs: 0 })));
    advance(-3 * 3_600_000);
    await deliver();
    expect(operations()).toEqual([]);
  });

  it.each(['503', 'reset-before'] as const)('quota endpoint down (%s): nothing is sent', async (kind) => {
    const { emulator, quota, plan, deliver, operations, push, store } = outbox();
    emulator.faults.add({ operation: 'getMessageQuota', kind });
    expect(await plan(3, {}, (await quota()) ?? null)).toEqual({ kind: 'quota-unknown', people: 3 });
    await deliver();
    expect(operations()).not.toContain('multicast');
    expect(await push()).toBeUndefined();
    expect((await store.query(parts)).docs).toEqual([]);
  });

  it('the store goes down half-way: what was sent is not sent again when it is back', async () => {
    const { plan, deliver, store, advance, reached, push } = outbox();
    const { store: faulty, faults } = faultyStore({
      agency: () => store,
      ping: async () => undefined,
      close: async () => undefined,
    });
    await plan(2_000);
    let calls = 0;
    const breaks: Send = async (sending) => {
      calls += 1;
      if (calls === 2) faults.fail(new StoreError('unavailable', 'gone'));
      return outbox().send(sending);
    };
    await expect(deliver({ store: faulty.agency('example'), send: breaks })).rejects.toThrow('gone');
    faults.heal();
    advance(61_000);
    await deliver();
    expect(reached()).toEqual({ none: 0, once: 2_000, more: 0 });
    expect((await push())?.state).toBe('done');
  });

  it.each([
    ['unsubscribed', rememberUnsubscribe],
    ['left', rememberUnfollow],
  ])('%s between planning and sending: not sent', async (_, remember) => {
    const { emulator, plan, deliver, store, advance, now, push } = outbox();
    await plan(3);
    advance(5_000);
    const at = { eventMs: now().getTime(), nowMs: now().getTime() };
    await store.transaction(remember(emulator.crowd.id(1), at));
    await deliver();
    expect([...emulator.crowd.received()]).toEqual([1, 0, 1]);
    expect(await push()).toMatchObject({ people: 3, counts: { sent: 2, leftOut: 1 } });
  });

  it('planned again under the same id: it is the same push', async () => {
    const { plan, deliver, reached } = outbox();
    await plan(3);
    expect(await plan(3)).toMatchObject({ kind: 'known' });
    await deliver();
    expect(await plan(3)).toMatchObject({ kind: 'known' });
    await deliver();
    expect(reached()).toEqual({ none: 0, once: 3, more: 0 });
  });

  it('a plan that fails leaves nothing behind', async () => {
    const { emulator, plan, deliver, store, push, operations } = outbox();
    async function* fails(): AsyncGenerator<{ to: string; messages: string }> {
      for (let index = 0; index < 11_000; index += 1) yield { to: emulator.crowd.id(index), messages: HELLO };
      throw new Error('the store is away');
    }
    await expect(plan(0, { letters: fails() })).rejects.toThrow('the store is away');
    expect([await push(), (await store.query(parts)).docs, (await store.query(bodies)).docs]).toEqual([
      undefined,
      [],
      [],
    ]);
    await deliver();
    expect(operations()).toEqual([]);
  });

  it('a server that dies while it plans sends nothing; another takes over in a minute, and nothing is left of a larger plan', async () => {
    const { emulator, plan, deliver, store, advance, reached } = outbox();
    emulator.crowd.gather(12_000);
    async function* dies(): AsyncGenerator<{ to: string; messages: string }> {
      for (let index = 0; index < 11_000; index += 1) yield { to: emulator.crowd.id(index), messages: HELLO };
      await new Promise(() => undefined);
    }
    void plan(0, { letters: dies() });
    await vi.waitFor(async () => expect((await store.query(parts)).docs).toHaveLength(15));
    expect(await plan(600)).toEqual({ kind: 'being-planned' });
    await deliver();
    expect(reached().once).toBe(0);
    advance(61_000);
    expect(await plan(600)).toMatchObject({ kind: 'sending' });
    await deliver();
    expect(reached()).toEqual({ none: 11_400, once: 600, more: 0 });
    expect((await store.query(bodies)).docs).toEqual([]);
  });

  it('more people than the month has left, less the reserve: not sent, said with numbers', async () => {
    const { plan, deliver, operations } = outbox();
    expect(await plan(200, {}, { limit: 300, used: 41 })).toEqual({
      kind: 'not-enough-left',
      people: 200,
      room: { limit: 300, used: 41, reserve: 60, left: 199, over: false },
    });
    expect(await plan(199, {}, { limit: 300, used: 41 })).toMatchObject({ kind: 'sending' });
    expect(await plan(1, { id: 'second' }, { limit: 300, used: 41 })).toMatchObject({ kind: 'not-enough-left' });
    expect(await plan(60, { id: 'urgent', urgent: true }, { limit: 300, used: 41 })).toMatchObject({
      kind: 'sending',
    });
    await deliver();
    expect(operations()).toHaveLength(2);
  });

  it('an erased person is taken out of what waits, and of it alone', async () => {
    const { emulator, plan, deliver, store, push } = outbox();
    await plan(3);
    await forgetRecipient(store, emulator.crowd.id(1));
    expect(JSON.stringify((await store.query(bodies)).docs)).not.toContain(emulator.crowd.id(1));
    await deliver();
    expect([...emulator.crowd.received()]).toEqual([1, 0, 1]);
    expect((await push())?.counts).toMatchObject({ sent: 2, leftOut: 1 });
  });

  it('forgets who got it as soon as that is known', async () => {
    const { plan, deliver, store } = outbox();
    await plan(3);
    await deliver();
    expect(JSON.stringify((await store.query(bodies)).docs)).not.toContain('Uc0de');
  });
});
