import { describe, expect, it } from 'vitest';
import { DocumentLocks } from '../../../src/store/firestore/document-locks.ts';
import { kindOf } from '../../contract/under-test.ts';

describe('locks on documents', () => {
  it('let the next one in when the first has let go, and others at once', async () => {
    const locks = new DocumentLocks();
    const [first, second, third] = [locks.lease(), locks.lease(), locks.lease()];
    await first.take('a');
    await first.take('a');
    await third.take('b');
    const order: string[] = [];
    const waiting = second.take('a').then(() => order.push('second'));
    await Promise.resolve();
    order.push('first lets go');
    first.releaseAll();
    await waiting;
    expect(order).toEqual(['first lets go', 'second']);
  });

  it('never let two wait for each other', async () => {
    const locks = new DocumentLocks();
    const [first, second] = [locks.lease(), locks.lease()];
    await first.take('a');
    await second.take('b');
    expect(await kindOf(first.take('b'))).toBe('conflict');
    first.releaseAll();
    await second.take('a');
    second.releaseAll();
    await first.take('b');
  });
});
