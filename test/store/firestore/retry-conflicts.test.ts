import { describe, expect, it } from 'vitest';
import { retryConflicts } from '../../../src/store/firestore/retry-conflicts.ts';
import { StoreError, type StoreErrorKind } from '../../../src/store/store-error.ts';
import { kindOf } from '../../contract/under-test.ts';
import { fakeAfter } from '../../fake-after.ts';

const running = { passed: () => false };

/** Lets everything run that is already promised. */
const settle = (): Promise<void> => new Promise((done) => setImmediate(done));

describe('trying again', () => {
  it.each<StoreErrorKind>(['already-exists', 'not-found', 'invalid', 'too-large', 'deadline', 'unavailable'])(
    'is not done after %s',
    async (kind) => {
      let attempts = 0;
      const outcome = retryConflicts(1_000, running, { after: fakeAfter().after, random: () => 0 }, async () => {
        attempts += 1;
        throw new StoreError(kind, 'no');
      });
      expect(await kindOf(outcome)).toBe(kind);
      expect(attempts).toBe(1);
    },
  );

  it('is done after a conflict, with pauses that grow, until it succeeds', async () => {
    const timers = fakeAfter();
    const pauses: number[] = [];
    let attempts = 0;
    const outcome = retryConflicts(100_000, running, { after: timers.after, random: () => 0.5 }, async () => {
      attempts += 1;
      if (attempts < 8) throw new StoreError('conflict', 'busy');
      return 'done';
    });
    for (let n = 0; n < 7; n += 1) {
      await settle();
      pauses.push(timers.waiting()[0] ?? 0);
      timers.advance(timers.waiting()[0] ?? 0);
    }
    expect(await outcome).toBe('done');
    expect(pauses).toEqual([10, 20, 40, 80, 160, 200, 200]);
    expect(timers.waiting()).toEqual([]);
  });

  it('ends with the conflict shortly before the deadline', async () => {
    const timers = fakeAfter();
    let attempts = 0;
    const outcome = kindOf(
      retryConflicts(1_000, running, { after: timers.after, random: () => 1 }, async () => {
        attempts += 1;
        throw new StoreError('conflict', 'busy');
      }),
    );
    for (let n = 0; n < 10; n += 1) {
      await settle();
      timers.advance(100);
    }
    expect(await outcome).toBe('conflict');
    expect(attempts).toBeGreaterThan(3);
  });
});
