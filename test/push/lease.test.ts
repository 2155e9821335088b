import { describe, expect, it } from 'vitest';
import { waitBeforeTry, MAX_TRIES } from '../../src/push/backoff.ts';
import type { Send } from '../../src/push/send-outcome.ts';
import { bodies } from '../../src/store/collections.ts';
import { withOutbox } from './outbox.ts';

const LEASE_OVER_MS = 61_000;

async function turns(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate);
}

describe('a part whose holder is late', () => {
  const outbox = withOutbox();

  it('stays closed when the late one said that all was sent and the new holder does not know', async () => {
    const { plan, deliver, send, store, advance, reached, push } = outbox();
    await plan(503);
    const late = Promise.withResolvers<void>();
    const second = Promise.withResolvers<void>();
    const isFirst = (body: string): boolean => body.length > 5_000;
    // It only comes to the end of the first part, so it is not the one that ends the push.
    const slow: Send = async (sending) => {
      await (isFirst(sending.body) ? late.promise : new Promise(() => undefined));
      return send(sending);
    };
    const hearsLittle: Send = async (sending) => {
      if (!isFirst(sending.body)) return send(sending);
      await second.promise;
      return { kind: 'unclear', reason: 'timeout' };
    };
    void deliver({ name: 'late', send: slow });
    await turns();
    advance(LEASE_OVER_MS);
    const other = deliver({ name: 'new holder', send: hearsLittle });
    await turns();
    late.resolve();
    await expect.poll(async () => (await store.query(bodies)).docs).toHaveLength(0);
    second.resolve();
    await other;
    expect(reached()).toEqual({ none: 0, once: 503, more: 0 });
    expect(await push()).toMatchObject({ state: 'done', counts: { sent: 503, unknown: 0, expired: 0 } });
    expect((await store.query(bodies)).docs).toEqual([]);
  });

  it('is not gone on with by somebody who slept until LINE has forgotten its keys', async () => {
    const { emulator, plan, deliver, send, advance, reached } = outbox();
    const letters = Array.from({ length: 12 }, (_, index) => ({
      to: emulator.crowd.id(index),
      messages: JSON.stringify([{ type: 'text', text: `คำตอบที่ ${index}` }]),
    }));
    emulator.crowd.gather(12);
    await plan(12, { letters });
    const { promise: asleep, resolve: wake } = Promise.withResolvers<void>();
    const sleeps: Send = async (sending) => {
      const outcome = await send(sending);
      await asleep;
      return outcome;
    };
    const first = deliver({ name: 'sleeps', send: sleeps });
    await turns();
    advance(LEASE_OVER_MS);
    await deliver({ name: 'server-2' });
    advance(25 * 3_600_000);
    wake();
    await first;
    expect(reached()).toEqual({ none: 0, once: 12, more: 0 });
  });

  it('is not known to be refused as long as a try of the other may have been taken', async () => {
    const { plan, deliver, store, advance, push } = outbox();
    await plan(3);
    const late = Promise.withResolvers<void>();
    const breaks: Send = async () => {
      await late.promise;
      return { kind: 'unclear', reason: 'timeout' };
    };
    const first = deliver({ name: 'late', send: breaks });
    await turns();
    advance(LEASE_OVER_MS);
    const refused = Promise.withResolvers<void>();
    const refuses: Send = async () => {
      await refused.promise;
      return { kind: 'refused', reason: 'unauthorized', status: 401 };
    };
    const other = deliver({ name: 'new holder', send: refuses });
    await turns();
    late.resolve();
    await turns();
    refused.resolve();
    await Promise.all([first, other]);
    expect((await store.query(bodies)).docs).toEqual([]);
    expect(await push()).toMatchObject({ counts: { unknown: 3, refused: 0 } });
  });

  it('is ended, not looked at for ever, if what it sends is not there any more', async () => {
    const { plan, deliver, store, push, operations } = outbox();
    await plan(3);
    await store.delete(bodies, 'results-2568-000000');
    await deliver();
    expect(operations()).toEqual([]);
    expect(await push()).toMatchObject({ state: 'done', counts: { expired: 3, waiting: 0 } });
  });
});

describe('waiting before the next try', () => {
  it('is anything up to a bound that doubles, and five tries last four minutes at most', () => {
    const longest = Array.from({ length: MAX_TRIES - 1 }, (_, index) => waitBeforeTry(index + 1, () => 1));
    expect(longest).toEqual([15_000, 30_000, 60_000, 120_000]);
    expect(waitBeforeTry(3, () => 0)).toBe(0);
  });
});
