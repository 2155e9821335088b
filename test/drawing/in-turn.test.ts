import { describe, expect, it } from 'vitest';
import { inTurn } from '../../src/drawing/in-turn.ts';

/** Runs that end when the test says so. */
function controlled(maxWaiting: number) {
  const running: { input: string; end: () => void; fail: () => void }[] = [];
  let atOnce = 0;
  let mostAtOnce = 0;
  const run = inTurn(
    (input: string) =>
      new Promise<string>((resolve, reject) => {
        atOnce += 1;
        mostAtOnce = Math.max(mostAtOnce, atOnce);
        const leave = (how: () => void) => () => {
          atOnce -= 1;
          how();
        };
        running.push({ input, end: leave(() => resolve(input)), fail: leave(() => reject(new Error(input))) });
      }),
    { maxWaiting, refuse: () => new Error('busy') },
  );
  return { run, running, mostAtOnce: () => mostAtOnce };
}

describe('one at a time', () => {
  it('runs calls in their order, never two at once, and a failure holds nobody up', async () => {
    const { run, running, mostAtOnce } = controlled(5);
    const first = run('a');
    const second = run('b').catch((error: Error) => `failed ${error.message}`);
    const third = run('c');
    await expect.poll(() => running.length).toBe(1);
    running[0]?.end();
    await expect.poll(() => running.length).toBe(2);
    running[1]?.fail();
    await expect.poll(() => running.length).toBe(3);
    running[2]?.end();
    expect(await Promise.all([first, second, third])).toEqual(['a', 'failed b', 'c']);
    expect(mostAtOnce()).toBe(1);
  });

  it('refuses a call when as many wait as may, and takes calls again afterwards', async () => {
    const { run, running } = controlled(1);
    const taken = [run('a'), run('b')];
    await expect(run('c')).rejects.toThrow('busy');
    await expect.poll(() => running.length).toBe(1);
    running[0]?.end();
    await expect.poll(() => running.length).toBe(2);
    taken.push(run('d'));
    running[1]?.end();
    await expect.poll(() => running.length).toBe(3);
    running[2]?.end();
    expect(await Promise.all(taken)).toEqual(['a', 'b', 'd']);
  });
});
