import { describe, expect, it } from 'vitest';
import { isSpent, lockedUntil, triesLeft, withWrong, type JoinAttempts } from '../../src/people/join-attempts.ts';
import { NOW } from './at-work.ts';

const at = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);
/** Wrong codes at these minutes, each of its own event. */
const wrongAt = (...minutes: readonly number[]): JoinAttempts | undefined =>
  minutes.reduce<JoinAttempts | undefined>((known, minute, no) => withWrong(known, `e${no}`, at(minute)), undefined);

describe('wrong invitation codes', () => {
  it.each([
    ['four in an hour', [0, 1, 2, 3], 3, false],
    ['five in an hour', [0, 15, 30, 45, 59], 59, true],
    ['five of which the first is an hour old', [0, 15, 30, 45, 60], 60, false],
    ['five at the same moment', [0, 0, 0, 0, 0], 0, true],
    ['a fifth long after the others', [0, 1, 2, 3, 200], 200, false],
  ])('lock after five within an hour: %s', (_, minutes, now, locked) => {
    expect(lockedUntil(wrongAt(...minutes), at(now)) !== undefined).toBe(locked);
  });

  it('lock for an hour from the fifth, to the millisecond', () => {
    const attempts = wrongAt(0, 1, 2, 3, 4);
    const until = at(4).getTime() + 3_600_000;
    expect(lockedUntil(attempts, new Date(until - 1))).toBe(until);
    expect(lockedUntil(attempts, new Date(until))).toBeUndefined();
  });

  it('begin anew after the lock', () => {
    const after = withWrong(wrongAt(0, 1, 2, 3, 4), 'later', at(64));
    expect(triesLeft(after)).toBe(4);
    expect(lockedUntil(after, at(64))).toBeUndefined();
  });

  it('count once for an event that is delivered again', () => {
    const first = withWrong(undefined, 'same', at(0));
    expect(withWrong(first, 'same', at(5))).toEqual(first);
  });

  it('are forgotten only when nothing follows from them any more', () => {
    expect(isSpent(withWrong(undefined, 'e', at(0)), at(59))).toBe(false);
    expect(isSpent(withWrong(undefined, 'e', at(0)), at(60))).toBe(true);
    const locked = wrongAt(0, 1, 2, 3, 4);
    expect(locked && isSpent(locked, at(63))).toBe(false);
    expect(locked && isSpent(locked, at(64))).toBe(true);
  });
});
