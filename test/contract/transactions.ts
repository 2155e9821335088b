import { describe, expect, it } from 'vitest';
import type { AgencyStore, Transaction } from '../../src/store/port.ts';
import { anything, counters, notes } from './notes.ts';
import { kindOf, scenes, type OpenStore } from './under-test.ts';

const increment = (agency: AgencyStore): Promise<void> =>
  agency.transaction((tx) => tx.update(counters, 'c', ({ n }) => ({ n: n + 1 })));

/** @param throughTwo How many increments to try through two stores at once. */
export function describeTransactions(open: OpenStore, throughTwo: number): void {
  const scene = scenes(open);

  describe('transactions', () => {
    it('a hundred increments at once add up to a hundred', async () => {
      const { agency } = await scene();
      await agency.create(counters, 'c', { n: 0 });
      await Promise.all(Array.from({ length: 100 }, () => increment(agency)));
      expect(await agency.get(counters, 'c')).toEqual({ n: 100 });
    });

    it('increments through two stores at once add up, too', async () => {
      const { agency, second } = await scene();
      const other = await second();
      await agency.create(counters, 'c', { n: 0 });
      await Promise.all(Array.from({ length: throughTwo }, (_, n) => increment(n % 2 === 0 ? agency : other)));
      expect(await agency.get(counters, 'c')).toEqual({ n: throughTwo });
    });

    it('give back what the work gives back', async () => {
      const { agency } = await scene();
      await agency.create(counters, 'c', { n: 1 });
      expect(await agency.transaction(async (tx) => (await tx.get(counters, 'c'))?.n)).toBe(1);
    });

    it('let reads see the writes before them', async () => {
      const { agency } = await scene();
      await agency.create(counters, 'old', { n: 1 });
      const seen = await agency.transaction(async (tx) => {
        const saw: unknown[] = [];
        await tx.create(counters, 'new', { n: 5 });
        saw.push(await tx.get(counters, 'new'));
        await tx.update(counters, 'new', ({ n }) => ({ n: n + 1 }));
        saw.push(await tx.get(counters, 'new'));
        await tx.set(counters, 'old', { n: 9 });
        saw.push(await tx.get(counters, 'old'));
        await tx.delete(counters, 'old');
        saw.push(await tx.get(counters, 'old'));
        return saw;
      });
      expect(seen).toEqual([{ n: 5 }, { n: 6 }, { n: 9 }, undefined]);
      expect(await agency.get(counters, 'new')).toEqual({ n: 6 });
      expect(await agency.get(counters, 'old')).toBeUndefined();
    });

    it('write nothing when the work throws, and rethrow exactly that', async () => {
      const { agency } = await scene();
      await agency.create(counters, 'c', { n: 1 });
      const mine = Object.assign(new Error('mine'), { code: 10 });
      const thrown = agency.transaction(async (tx) => {
        await tx.update(counters, 'c', () => ({ n: 2 }));
        await tx.create(counters, 'd', { n: 2 });
        await tx.delete(counters, 'c');
        throw mine;
      });
      expect(await thrown.catch((error: unknown) => error)).toBe(mine);
      expect(await agency.get(counters, 'c')).toEqual({ n: 1 });
      expect(await agency.get(counters, 'd')).toBeUndefined();
    });

    it('refuse to create what is there, at once, so that the work may go on otherwise', async () => {
      const { agency } = await scene();
      await agency.create(counters, 'c', { n: 1 });
      expect(await kindOf(agency.transaction((tx) => tx.create(counters, 'c', { n: 2 })))).toBe('already-exists');
      const outcome = await agency.transaction(async (tx) => {
        const kind = await kindOf(tx.create(counters, 'c', { n: 2 }));
        await tx.create(counters, 'd', { n: 3 });
        return kind;
      });
      expect(outcome).toBe('already-exists');
      expect(await agency.get(counters, 'c')).toEqual({ n: 1 });
      expect(await agency.get(counters, 'd')).toEqual({ n: 3 });
    });

    it('refuse to update what is not there', async () => {
      const { agency } = await scene();
      const update = (tx: Transaction): Promise<void> => tx.update(counters, 'c', ({ n }) => ({ n: n + 1 }));
      expect(await kindOf(agency.transaction(update))).toBe('not-found');
      await agency.create(counters, 'c', { n: 1 });
      const afterDelete = agency.transaction(async (tx) => {
        await tx.delete(counters, 'c');
        await update(tx);
      });
      expect(await kindOf(afterDelete)).toBe('not-found');
      expect(await agency.get(counters, 'c')).toEqual({ n: 1 });
    });

    it('may create what they have deleted, and delete what they have created', async () => {
      const { agency } = await scene();
      await agency.create(counters, 'c', { n: 1 });
      await agency.transaction(async (tx) => {
        await tx.delete(counters, 'c');
        await tx.create(counters, 'c', { n: 2 });
        await tx.create(counters, 'd', { n: 3 });
        await tx.delete(counters, 'd');
        await tx.delete(counters, 'e');
      });
      expect(await agency.get(counters, 'c')).toEqual({ n: 2 });
      expect(await agency.get(counters, 'd')).toBeUndefined();
    });

    it('give twenty that create the same document at once one winner', async () => {
      const { agency, second } = await scene();
      const other = await second();
      const create = (by: AgencyStore, n: number): Promise<void> =>
        by.transaction(async (tx) => {
          await tx.create(counters, 'c', { n });
          await tx.set(counters, `by-${n}`, { n });
        });
      const calls = Array.from({ length: 20 }, (_, n) => create(n % 2 === 0 ? agency : other, n));
      const kinds = await Promise.all(calls.map(kindOf));
      expect(kinds.filter((kind) => kind === 'nothing was thrown')).toHaveLength(1);
      expect(kinds.filter((kind) => kind === 'already-exists')).toHaveLength(19);
      expect(await agency.count(counters)).toBe(2);
    });

    it('run again when a document they read was changed meanwhile by others', async () => {
      const { agency, second } = await scene();
      const other = await second();
      await agency.create(counters, 'c', { n: 1 });
      const saw: unknown[] = [];
      let disturbed = Promise.resolve();
      await agency.transaction(async (tx) => {
        const found = await tx.get(counters, 'c');
        saw.push(found?.n);
        // Not awaited: a store that locks what was read lets the writer wait until this attempt has ended.
        if (saw.length === 1) disturbed = other.set(counters, 'c', { n: 10 });
        await new Promise((done) => setTimeout(done, 20));
        await tx.set(counters, 'sum', { n: (found?.n ?? 0) + 1 });
      });
      await disturbed;
      const sum = (await agency.get(counters, 'sum'))?.n;
      expect(await agency.get(counters, 'c')).toEqual({ n: 10 });
      expect(sum).toBe(Number(saw.at(-1)) + 1);
    });

    it.each([
      ['change', { n: 1 }, (other: AgencyStore) => other.set(counters, 'c', { n: 10 }), 11],
      ['delete', { n: 1 }, (other: AgencyStore) => other.delete(counters, 'c'), 1],
      ['make', undefined, (other: AgencyStore) => other.create(counters, 'c', { n: 10 }), 11],
    ])('count on from what others leave when they %s the document meanwhile', async (_name, before, disturb, after) => {
      const { agency, second } = await scene();
      const other = await second();
      if (before) await agency.create(counters, 'c', before);
      let runs = 0;
      await agency.transaction(async (tx) => {
        const found = await tx.get(counters, 'c');
        runs += 1;
        // Neither store locks anything at the first try, else this would wait for ever.
        if (runs === 1) await disturb(other);
        await tx.set(counters, 'c', { n: (found?.n ?? 0) + 1 });
      });
      expect(runs).toBe(2);
      expect(await agency.get(counters, 'c')).toEqual({ n: after });
    });

    it.each([
      [
        { a: 1, 'b.c': { d: 2, e: 3 }, gone: 4 },
        { 'b.c': { e: 5 }, f: [{ g: null }], h: {} },
      ],
      [{ gone: 1 }, {}],
      [{}, {}],
      [{}, { a: 1 }],
    ])('put the whole of a document they have read in its place: %j becomes %j', async (before, after) => {
      const { agency } = await scene();
      await agency.create(anything, 'a', before);
      await agency.transaction(async (tx) => {
        expect(await tx.get(anything, 'a')).toEqual(before);
        await tx.set(anything, 'a', after);
      });
      expect(await agency.get(anything, 'a')).toEqual(after);
    });

    it('let one of two go on that each look whether the other did', async () => {
      const { agency, second } = await scene();
      const other = await second();
      const goUnless = (by: AgencyStore, mine: string, theirs: string): Promise<void> =>
        by.transaction(async (tx) => {
          const gone = await tx.get(counters, theirs);
          await new Promise((done) => setTimeout(done, 20));
          if (gone === undefined) await tx.set(counters, mine, { n: 1 });
        });
      await Promise.all([goUnless(agency, 'a', 'b'), goUnless(other, 'b', 'a')]);
      expect(await agency.count(counters)).toBe(1);
    });

    it('update one document twice when told so twice at once', async () => {
      const { agency } = await scene();
      await agency.create(counters, 'c', { n: 1 });
      await agency.transaction(async (tx) => {
        const twice = ({ n }: { n: number }): { n: number } => ({ n: n * 2 });
        await Promise.all([tx.update(counters, 'c', twice), tx.update(counters, 'c', twice)]);
      });
      expect(await agency.get(counters, 'c')).toEqual({ n: 4 });
    });

    it('cannot be used after they have ended', async () => {
      const { agency } = await scene();
      const kept: Transaction[] = [];
      await agency.transaction(async (tx) => void kept.push(tx));
      const [tx] = kept;
      expect(await kindOf(tx?.set(counters, 'c', { n: 1 }) ?? Promise.resolve())).toBe('invalid');
      expect(await agency.get(counters, 'c')).toBeUndefined();
    });

    it('hand out copies: changing what was read changes nothing', async () => {
      const { agency } = await scene();
      await agency.create(notes, 'a', { text: 'x', parts: [{ inner: { floor: 1 } }] });
      await agency.transaction(async (tx) => {
        const first = await tx.get(notes, 'a');
        Object.assign(first?.parts?.[0]?.['inner'] as object, { floor: 2 });
        expect((await tx.get(notes, 'a'))?.parts).toEqual([{ inner: { floor: 1 } }]);
      });
    });
  });
}
