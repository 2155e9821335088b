import { describe, expect, it } from 'vitest';
import { startScheduler } from '../../src/push/scheduler.ts';
import { fakeAfter } from '../fake-after.ts';

describe('the scheduler', () => {
  it('begins after a while, does one round at a time, and goes on after one that failed', async () => {
    const timers = fakeAfter();
    const errors: unknown[] = [];
    let begun = 0;
    let end: (() => void) | undefined;
    const scheduler = startScheduler({
      round: async () => {
        begun += 1;
        if (begun === 1) throw new Error('the store is away');
        await new Promise<void>((resolve) => (end = resolve));
        return begun;
      },
      everyMs: 60_000,
      after: timers.after,
      onError: (error) => errors.push(error),
    });
    expect(begun).toBe(0);
    timers.advance(60_000);
    await expect.poll(() => errors).toHaveLength(1);
    await expect.poll(() => timers.waiting()).toHaveLength(1);
    timers.advance(60_000);
    const asked = [scheduler.run(), scheduler.run()];
    expect(begun).toBe(2);
    end?.();
    expect(await Promise.all(asked)).toEqual([2, 2]);
    await scheduler.stop();
    await expect(scheduler.run()).rejects.toThrow('stopping');
    expect(begun).toBe(2);
  });
});
