import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserLanes } from '../../src/chat/user-lanes.ts';

describe('user lanes', () => {
  it('keep the order of one user, let others pass, and never work for more users than allowed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ user: fc.constantFrom('a', 'b', 'c', 'd', 'e'), turns: fc.nat(5), fails: fc.boolean() }), {
          maxLength: 60,
        }),
        fc.integer({ min: 1, max: 4 }),
        async (jobs, maxUsers) => {
          const lanes = new UserLanes(maxUsers);
          const done = new Map<string, number[]>();
          const busy = new Set<string>();
          const settled = jobs.map(({ user, turns, fails }, index) =>
            lanes
              .run(user, async () => {
                expect(busy.has(user)).toBe(false);
                busy.add(user);
                expect(busy.size).toBeLessThanOrEqual(maxUsers);
                for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
                busy.delete(user);
                done.set(user, [...(done.get(user) ?? []), index]);
                if (fails) throw new Error('failed');
              })
              .then(
                () => false,
                () => true,
              ),
          );
          await lanes.drained();
          expect(await Promise.all(settled)).toEqual(jobs.map((job) => job.fails));
          for (const order of done.values()) expect(order).toEqual(order.toSorted((a, b) => a - b));
          expect([...done.values()].flat()).toHaveLength(jobs.length);
        },
      ),
    );
  });

  it('do not let a user whose work hangs hold up the others', async () => {
    const lanes = new UserLanes(2);
    let release = (): void => undefined;
    const hanging = lanes.run('a', () => new Promise<void>((resolve) => (release = resolve)));
    const order: string[] = [];
    await Promise.all(['b', 'c', 'd'].map((user) => lanes.run(user, async () => void order.push(user))));
    expect(order).toEqual(['b', 'c', 'd']);
    expect(lanes.isFree('a')).toBe(false);
    release();
    await hanging;
    await lanes.drained();
    expect(lanes.isFree('a')).toBe(true);
  });

  it('give the place back when work throws before it gives a promise', async () => {
    const lanes = new UserLanes(1);
    const broken = (): Promise<void> => {
      throw new TypeError('broken');
    };
    await expect(lanes.run('a', broken)).rejects.toThrow('broken');
    expect(await lanes.run('b', async () => 'done')).toBe('done');
    await lanes.drained();
  });
});
