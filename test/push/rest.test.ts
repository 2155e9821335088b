import { describe, expect, it } from 'vitest';
import { deliver } from '../../src/push/deliver.ts';
import { eachOnItsOwn } from '../../src/push/each-on-its-own.ts';
import { createRest } from '../../src/push/rest.ts';
import { isStoreAway, StoreError } from '../../src/store/store-error.ts';
import { NINE, withOutbox } from './outbox.ts';

const LONG_MS = 1_000_000_000;

describe('resting between two looks', () => {
  it('ends when there is something new to send, each time, and at once when everything ends', async () => {
    const ended = new AbortController();
    const between = createRest(ended.signal);
    for (let time = 0; time < 2; time += 1) {
      const resting = between.rest(LONG_MS);
      between.wake();
      await resting;
    }
    const last = between.rest(LONG_MS);
    ended.abort();
    await last;
    await between.rest(LONG_MS);
  });

  const outbox = withOutbox();

  it('is over for urgent news although another push waits for its next try', async () => {
    const { emulator, plan, store, send, push } = outbox();
    const between = createRest(new AbortController().signal);
    await plan(3);
    emulator.faults.add({ operation: 'multicast', kind: '503' });
    let rests = 0;
    const round = deliver({
      store,
      send,
      clock: () => new Date(NINE),
      name: 'server',
      random: () => 0.5,
      pause: async () => undefined,
      rest: (ms) => {
        rests += 1;
        return between.rest(ms);
      },
    });
    await expect.poll(() => rests).toBe(1);
    await plan(1, { id: 'urgent' });
    between.wake();
    await expect.poll(async () => (await push('urgent'))?.state).toBe('done');
    expect((await push())?.state).toBe('sending');
    void round;
  });
});

describe('doing each on its own', () => {
  it('goes on after one that fails, and tells of all that failed', async () => {
    const done: number[] = [];
    const work = eachOnItsOwn([1, 2, 3], async (no) => {
      if (no < 3) throw new Error(`number ${no}`);
      done.push(no);
      return undefined;
    });
    await expect(work).rejects.toThrow('2 failed: number 1; number 2');
    expect(done).toEqual([3]);
  });

  it('ends at once with an error after which nothing else can succeed', async () => {
    let tried = 0;
    const work = eachOnItsOwn(
      [1, 2, 3],
      async () => {
        tried += 1;
        throw new StoreError('unavailable', 'the store is away');
      },
      { endsAll: isStoreAway },
    );
    await expect(work).rejects.toThrow('the store is away');
    expect(tried).toBe(1);
  });
});
