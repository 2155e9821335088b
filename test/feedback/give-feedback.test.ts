import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_COMMENT } from '../../src/feedback/feedback.ts';
import {
  addComment,
  addReasons,
  askForReply,
  giveFeedback,
  removeComment,
  withdrawReply,
  type FeedbackWrite,
} from '../../src/feedback/give-feedback.ts';
import { giveOnce } from '../../src/feedback/give-once.ts';
import { findByMessage } from '../../src/feedback/read-feedback.ts';
import { contacts, feedback } from '../../src/store/collections.ts';
import type { Operation } from '../../src/store/operation.ts';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.ts';
import { memoryAgency } from '../memory-agency.ts';
import { give, given, NOW, stored, USER } from './given.ts';
import { answerNow } from './officer.ts';

const at = (ms: number): number => NOW.getTime() + ms;

describe('an answer at a device that others use next', () => {
  it('stays as it was given first: the same again is fine, another score is refused', async () => {
    const store = memoryAgency();
    const once = (score: 0 | 67, ms: number): Promise<boolean> =>
      store.transaction(giveOnce('A', { ...given(), score, givenAtMs: at(ms) }));
    expect([await once(67, 0), await once(67, 5), await once(0, 9)]).toEqual([true, true, false]);
    expect(await stored(store, 'A')).toMatchObject({ score: 67, givenAtMs: at(0) });
  });
});

describe('giving feedback', () => {
  it.each([
    ['on the web', 'web', ['read feedback', 'write feedback']],
    ['in LINE, where it can be taken back', 'line', ['read feedback', 'read takenback', 'write feedback']],
  ] as const)('needs one write for a rating %s', async (_, channel, needs) => {
    const operations: Operation[] = [];
    const store = openSqliteStore({ path: ':memory:', onOperation: (operation) => operations.push(operation) });
    await store.agency('example').transaction(giveFeedback('A', given({ channel })));
    expect(operations.map(({ kind, collection }) => `${kind} ${collection}`)).toEqual(needs);
    await store.agency('example').transaction(giveFeedback('A', given({ channel, givenAtMs: at(1) })));
    expect(operations.slice(needs.length).map(({ kind }) => kind)).toEqual(['read', 'write']);
    await store.close();
  });

  it('keeps nothing about who gave it, and leaves no mark on a bare rating', async () => {
    const store = memoryAgency();
    await give(store, 'A', { channel: 'line' });
    const found = await stored(store, 'A');
    expect(found).toMatchObject({
      score: 67,
      about: { i6: true, i7: true, i8: true },
      day: '2026-11-22',
      week: '2026-W47',
    });
    expect(Object.keys(found)).not.toContain('words');
    expect(Object.keys(found)).not.toContain('waits');
    expect(JSON.stringify(found)).not.toMatch(/U[0-9a-f]{32}/);
  });

  it('ends the same in whatever order the answers of a day arrive, and however often', async () => {
    const answers = fc.uniqueArray(fc.record({ ms: fc.nat(1_000), score: fc.constantFrom(0, 33, 67, 100) }), {
      minLength: 1,
      maxLength: 5,
      selector: ({ ms }) => ms,
    });
    await fc.assert(
      fc.asyncProperty(
        answers.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray([...list, ...list], { minLength: list.length * 2 })),
        ),
        async ([list, arrivals]) => {
          const store = memoryAgency();
          for (const { ms, score } of arrivals) await give(store, 'A', { givenAtMs: at(ms), score: score as 0 });
          const newest = list.toSorted((a, b) => b.ms - a.ms)[0];
          expect(await stored(store, 'A')).toMatchObject({ score: newest?.score, givenAtMs: at(newest?.ms ?? 0) });
          expect(await store.count(feedback)).toBe(1);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('does not lose words when somebody only taps another face', async () => {
    const store = memoryAgency();
    await give(store, 'A', { comment: 'รอนาน', why: ['i6a'] });
    await give(store, 'A', { score: 0, givenAtMs: at(5) });
    expect(await stored(store, 'A')).toMatchObject({ score: 0, comment: 'รอนาน', why: { i6a: true } });
    await give(store, 'A', { score: 33, why: [], comment: null, givenAtMs: at(9) });
    expect(await stored(store, 'A')).toMatchObject({ score: 33, comment: null, why: {} });
  });

  it('keeps a reply already given, and waits again only for new words', async () => {
    const store = memoryAgency();
    await give(store, 'A', { comment: 'รอนาน' });
    await answerNow(store, 'A', 'ขออภัยค่ะ', NOW);
    await give(store, 'A', { score: 100, givenAtMs: at(5) });
    expect(await stored(store, 'A')).toMatchObject({ state: 'answered', reply: { text: 'ขออภัยค่ะ' } });
    await give(store, 'A', { comment: 'ยังรอนาน', givenAtMs: at(6) });
    expect(await stored(store, 'A')).toMatchObject({ state: 'open', waits: true, reply: { text: 'ขออภัยค่ะ' } });
  });
});

describe('what is added to an answer', () => {
  const steps: readonly (readonly [string, FeedbackWrite])[] = [
    ['reasons', addReasons('A', ['i6a', 'E11'], NOW.getTime())],
    ['a comment', addComment('A', 'ดีมาก', '468789577898262530')],
    ['no comment', removeComment('A')],
    ['the wish for a reply', askForReply('A', USER, NOW)],
    ['no wish for a reply', withdrawReply('A', NOW)],
  ];

  it.each(steps)('%s: twice is the same as once, and nothing is made of a missing answer', async (_, step) => {
    const store = memoryAgency();
    await store.transaction(step);
    expect(await store.count(feedback)).toBe(0);
    expect(await store.count(contacts)).toBe(0);
    await give(store, 'A', { comment: 'ก่อนหน้า' });
    await store.transaction(step);
    const once = [await stored(store, 'A'), await store.get(contacts, 'A')];
    await store.transaction(step);
    expect([await stored(store, 'A'), await store.get(contacts, 'A')]).toEqual(once);
  });

  it('can be found by the message it came with, until that is unsent', async () => {
    const store = memoryAgency();
    await give(store, 'A');
    await store.transaction(addComment('A', 'ช้า', '468789577898262530'));
    expect(await findByMessage(store, '468789577898262530')).toBe('A');
    expect(JSON.stringify(await stored(store, 'A'))).not.toContain('468789577898262530');
    await store.transaction(removeComment('A'));
    expect(await findByMessage(store, '468789577898262530')).toBeUndefined();
    expect(await stored(store, 'A')).toMatchObject({ score: 67, comment: null });
  });

  it('keeps who wants a reply apart, and queues a reply given before', async () => {
    const store = memoryAgency();
    await give(store, 'A', { comment: 'ช้า' });
    await answerNow(store, 'A', 'ขออภัยค่ะ', NOW);
    await store.transaction(askForReply('A', USER, NOW));
    expect(await store.get(contacts, 'A')).toMatchObject({ lineUserId: USER, queuedReply: 'ขออภัยค่ะ' });
    expect(JSON.stringify(await stored(store, 'A'))).not.toContain(USER);
    await store.transaction(withdrawReply('A', NOW));
    expect(await store.get(contacts, 'A')).toBeUndefined();
    expect((await stored(store, 'A')).wantsReply).toBe(false);
  });

  it('a comment never exceeds its limit and never ends within a letter', async () => {
    const store = memoryAgency();
    await give(store, 'A');
    await store.transaction(addComment('A', 'ที่'.repeat(500)));
    const { comment } = await stored(store, 'A');
    expect(comment).toBe('ที่'.repeat(MAX_COMMENT / 3));
    await store.transaction(addComment('A', ' \u0000 '));
    expect((await stored(store, 'A')).comment).toBe(comment);
  });
});
