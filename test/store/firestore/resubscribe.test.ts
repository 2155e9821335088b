import { describe, expect, it } from 'vitest';
import { resubscribe } from '../../../src/store/firestore/resubscribe.ts';
import { fakeAfter } from '../../fake-after.ts';

function scene() {
  const timers = fakeAfter();
  const subscriptions: { next: (state: string) => void; fail: (error: unknown) => void; ended: boolean }[] = [];
  const states: string[] = [];
  const errors: unknown[] = [];
  const stop = resubscribe<string>({
    subscribe: (next, fail) => {
      const subscription = { next, fail, ended: false };
      subscriptions.push(subscription);
      return () => void (subscription.ended = true);
    },
    onNext: (state) => void states.push(state),
    onError: (error) => void errors.push(error),
    silence: () => new Error('silence'),
    firstWithinMs: 1_000,
    after: timers.after,
  });
  return { timers, subscriptions, states, errors, stop };
}

describe('a subscription that is kept going', () => {
  it('is opened again after an error, with pauses that double up to half a minute', () => {
    const { timers, subscriptions, errors } = scene();
    const pauses: number[] = [];
    for (let n = 0; n < 9; n += 1) {
      subscriptions.at(-1)?.fail(n);
      pauses.push(timers.waiting()[0] ?? 0);
      timers.advance(timers.waiting()[0] ?? 0);
    }
    expect(pauses).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
    expect(subscriptions).toHaveLength(10);
    expect(errors).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('starts with the short pause again once something arrived', () => {
    const { timers, subscriptions, states } = scene();
    subscriptions[0]?.fail('broken');
    timers.advance(500);
    subscriptions[1]?.next('state');
    subscriptions[1]?.fail('broken again');
    expect(timers.waiting()).toEqual([500]);
    expect(states).toEqual(['state']);
  });

  it('reports silence once and keeps listening', () => {
    const { timers, subscriptions, states, errors } = scene();
    timers.advance(60_000);
    expect(errors).toHaveLength(1);
    expect(subscriptions).toHaveLength(1);
    subscriptions[0]?.next('late');
    expect(states).toEqual(['late']);
  });

  it('is over when stopped: no state, no error, no new attempt', () => {
    const { timers, subscriptions, states, errors, stop } = scene();
    subscriptions[0]?.fail('broken');
    stop();
    timers.advance(60_000);
    expect(subscriptions).toHaveLength(1);
    const running = scene();
    running.stop();
    running.subscriptions[0]?.next('late');
    running.subscriptions[0]?.fail('late');
    expect(running.subscriptions[0]?.ended).toBe(true);
    expect(running.timers.waiting()).toEqual([]);
    expect([...states, ...running.states]).toEqual([]);
    expect([...errors, ...running.errors]).toEqual(['broken']);
  });

  it('does not listen to a subscription that has failed', () => {
    const { timers, subscriptions, states } = scene();
    subscriptions[0]?.fail('broken');
    subscriptions[0]?.next('ghost');
    subscriptions[0]?.fail('broken twice');
    timers.advance(500);
    expect(subscriptions).toHaveLength(2);
    expect(states).toEqual([]);
  });
});
