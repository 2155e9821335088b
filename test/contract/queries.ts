import { describe, expect, it } from 'vitest';
import type { AgencyStore, Query } from '../../src/store/port.ts';
import { notes, type Note } from './notes.ts';
import { scenes, type OpenStore } from './under-test.ts';

async function fill(agency: AgencyStore, documents: Readonly<Record<string, Partial<Note>>>): Promise<void> {
  for (const [id, note] of Object.entries(documents)) await agency.set(notes, id, { text: '', ...note });
}

async function ids(agency: AgencyStore, query: Query): Promise<readonly string[]> {
  return (await agency.query(notes, query)).docs.map((doc) => doc.id);
}

/** All ids, page by page. */
async function pages(agency: AgencyStore, query: Query, between?: () => Promise<void>): Promise<readonly string[][]> {
  const found: string[][] = [];
  let after: string | undefined;
  do {
    const page = await agency.query(notes, after === undefined ? query : { ...query, after });
    found.push(page.docs.map((doc) => doc.id));
    after = page.next;
    await between?.();
  } while (after !== undefined && found.length < 50);
  return found;
}

const mixed = {
  nothing: {},
  n: { rank: null },
  f: { rank: false },
  t: { rank: true },
  minus: { rank: -1.5 },
  zero: { rank: 0 },
  two: { rank: 2 },
  ten: { rank: 10 },
  empty: { rank: '' },
  text: { rank: '10' },
  latin: { rank: 'z' },
  thai: { rank: 'ก' },
  private: { rank: '\uffee' },
  emoji: { rank: '👍' },
};

const inOrder = ['n', 'f', 't', 'minus', 'zero', 'two', 'ten', 'empty', 'text', 'latin', 'thai', 'private', 'emoji'];

export function describeQueries(open: OpenStore): void {
  const scene = scenes(open);

  describe('queries', () => {
    it('give all documents by id, a hundred unless told otherwise', async () => {
      const { agency } = await scene();
      const many = Array.from({ length: 101 }, (_, n) => `d${String(n).padStart(3, '0')}`);
      await agency.transaction(async (tx) => {
        for (const id of many.toReversed()) await tx.set(notes, id, { text: id });
      });
      const page = await agency.query(notes);
      expect(page.docs.map((doc) => doc.id)).toEqual(many.slice(0, 100));
      expect(page.docs[7]).toEqual({ id: 'd007', data: { text: 'd007' } });
      expect(await ids(agency, { after: page.next ?? '' })).toEqual(['d100']);
      expect(await ids(agency, { limit: 1_000 })).toEqual(many);
    });

    it('order values as Firestore does, leave out documents without the field, and go both ways', async () => {
      const { agency } = await scene();
      await fill(agency, mixed);
      expect(await ids(agency, { orderBy: { field: 'rank', direction: 'asc' } })).toEqual(inOrder);
      expect(await ids(agency, { orderBy: { field: 'rank', direction: 'desc' } })).toEqual(inOrder.toReversed());
    });

    it.each(['asc', 'desc'] as const)(
      'give every document once, page by page, %s, through all types',
      async (direction) => {
        const { agency } = await scene();
        await fill(agency, mixed);
        const found = await pages(agency, { orderBy: { field: 'rank', direction }, limit: 1 });
        expect(found.flat()).toEqual(direction === 'asc' ? inOrder : inOrder.toReversed());
      },
    );

    it('settle ties by id, in the direction of the order', async () => {
      const { agency } = await scene();
      await fill(agency, { c: { rank: 1 }, a: { rank: 1 }, d: { rank: 0 }, b: { rank: 1 } });
      expect(await pages(agency, { orderBy: { field: 'rank', direction: 'asc' }, limit: 2 })).toEqual([
        ['d', 'a'],
        ['b', 'c'],
        [],
      ]);
      expect(await pages(agency, { orderBy: { field: 'rank', direction: 'desc' }, limit: 3 })).toEqual([
        ['c', 'b', 'a'],
        ['d'],
      ]);
    });

    it('order by a nested field', async () => {
      const { agency } = await scene();
      await fill(agency, {
        a: { place: { floor: 2 } },
        b: { place: { floor: 1 } },
        c: {},
        d: { place: { floor: null } },
      });
      expect(await pages(agency, { orderBy: { field: 'place.floor', direction: 'asc' }, limit: 1 })).toEqual([
        ['d'],
        ['b'],
        ['a'],
        [],
      ]);
      expect(await ids(agency, { equal: { 'place.floor': 1 } })).toEqual(['b']);
      expect(await ids(agency, { equal: { 'place.floor': null } })).toEqual(['d']);
    });

    it('tell apart what only looks alike', async () => {
      const { agency } = await scene();
      await fill(agency, {
        one: { rank: 1 },
        text: { rank: '1' },
        yes: { rank: true },
        null: { rank: null },
        absent: {},
      });
      expect(await ids(agency, { equal: { rank: 1 } })).toEqual(['one']);
      expect(await ids(agency, { equal: { rank: '1' } })).toEqual(['text']);
      expect(await ids(agency, { equal: { rank: true } })).toEqual(['yes']);
      expect(await ids(agency, { equal: { rank: null } })).toEqual(['null']);
      expect(await ids(agency, { equal: { rank: 0 } })).toEqual([]);
      expect(await agency.count(notes, { rank: null })).toBe(1);
    });

    it('combine filters with an order and a cursor', async () => {
      const { agency } = await scene();
      await fill(agency, {
        a: { colour: 'red', shown: true, rank: 3 },
        b: { colour: 'red', shown: true, rank: 1 },
        c: { colour: 'red', shown: false, rank: 2 },
        d: { colour: 'blue', shown: true, rank: 0 },
        e: { colour: 'red', shown: true },
      });
      const filtered = { equal: { colour: 'red', shown: true }, orderBy: { field: 'rank', direction: 'asc' } } as const;
      expect(await pages(agency, { ...filtered, limit: 1 })).toEqual([['b'], ['a'], []]);
      expect(await ids(agency, { equal: { colour: 'red', shown: true } })).toEqual(['a', 'b', 'e']);
      const falling = { equal: { colour: 'red' }, orderBy: { field: 'rank', direction: 'desc' } } as const;
      expect(await pages(agency, { ...falling, limit: 2 })).toEqual([['a', 'c'], ['b']]);
      expect(await agency.count(notes, { shown: true, colour: 'red' })).toBe(3);
    });

    it('go on after the last document of the page before was deleted', async () => {
      const { agency } = await scene();
      await fill(agency, { a: { rank: 1 }, b: { rank: 1 }, c: { rank: 1 }, d: { rank: 2 } });
      const deleting = ['b', 'c', 'd'];
      const found = await pages(agency, { orderBy: { field: 'rank', direction: 'asc' }, limit: 2 }, async () => {
        const id = deleting.shift();
        if (id !== undefined) await agency.delete(notes, id);
      });
      expect(found).toEqual([['a', 'b'], ['c', 'd'], []]);
    });

    it('count what there is', async () => {
      const { agency } = await scene();
      expect(await agency.count(notes)).toBe(0);
      await fill(agency, { a: { colour: 'red' }, b: { colour: 'red' }, c: { colour: null }, d: {} });
      expect(await agency.count(notes)).toBe(4);
      expect(await agency.count(notes, { colour: 'red' })).toBe(2);
      expect(await agency.count(notes, { colour: null })).toBe(1);
      expect(await agency.count(notes, { colour: 'green' })).toBe(0);
    });

    it('average the numbers, whatever else the field holds elsewhere', async () => {
      const { agency } = await scene();
      expect(await agency.average(notes, 'rank')).toBeUndefined();
      await fill(agency, { t: { rank: '7' }, y: { rank: true }, n: { rank: null }, absent: {} });
      expect(await agency.average(notes, 'rank')).toBeUndefined();
      await fill(agency, { a: { rank: 1, colour: 'red' }, b: { rank: 2.5, colour: 'red' }, c: { rank: 10 } });
      expect(await agency.average(notes, 'rank')).toBeCloseTo(4.5, 9);
      expect(await agency.average(notes, 'rank', { colour: 'red' })).toBeCloseTo(1.75, 9);
      expect(await agency.average(notes, 'rank', { colour: 'blue' })).toBeUndefined();
    });
  });
}
