import { describe, expect, it } from 'vitest';
import type { Collection, Query } from '../../src/store/port.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { anything, notes } from './notes.ts';
import { kindOf, scenes, type OpenStore } from './under-test.ts';

const badIds = ['', '.', '..', 'a/b', '/', '__x__', '____', 'x'.repeat(1_501), 'ก'.repeat(501), 'a\ud83d', 'a\0'];
const goodIds = [
  'a',
  '2565',
  '2566-1',
  '...',
  '__',
  '_x_',
  'ก'.repeat(500),
  'x'.repeat(1_500),
  '👩🏽‍💻',
  'a b%2F?#[]*~`"\\',
];

const deep = (levels: number): unknown => (levels === 0 ? 1 : { a: deep(levels - 1) });

const badDocuments: readonly (readonly [string, unknown])[] = [
  ['a date', { a: new Date(0) }],
  ['not a number', { a: Number.NaN }],
  ['infinity', { a: [Infinity] }],
  ['a big integer', { a: 1n }],
  ['a function', { a: () => 1 }],
  ['a map object', { a: new Map() }],
  ['undefined in a list', { a: [undefined] }],
  ['a list in a list', { a: [[1]] }],
  ['a reserved field name', { a: { __a__: 1 } }],
  ['an empty field name', { '': 1 }],
  ['21 levels', deep(21)],
  ['text', 'text'],
  ['null', null],
  ['a list', [1]],
];

const badQueries: readonly (readonly [string, Query])[] = [
  ['no documents at all', { limit: 0 }],
  ['more than 1,000 documents', { limit: 1_001 }],
  ['half a document', { limit: 1.5 }],
  ['a field without an index', { equal: { other: 1 } }],
  ['fields whose index is another one', { equal: { colour: 'red', rank: 1 } }],
  ['a group that is only counted', { equal: { colour: 'red', 'marks.loud': true } }],
  ['an order without an index', { orderBy: { field: 'colour', direction: 'asc' } }],
  ['the opposite order of its index', { orderBy: { field: 'text', direction: 'desc' } }],
  ['a field name that is none', { equal: { "a'b": 1 } }],
  ['text too long to be indexed', { equal: { text: 'x'.repeat(1_501) } }],
  ['not a number', { equal: { rank: Number.NaN } }],
  ['a cursor that is none', { after: 'nonsense' }],
];

export function describeRefusals(open: OpenStore): void {
  const scene = scenes(open);

  describe('refusals', () => {
    it.each(badIds)('an id that cannot be one is refused everywhere: %j', async (id) => {
      const { agency, store } = await scene();
      const note = { text: '' };
      expect(await kindOf(agency.get(notes, id))).toBe('invalid');
      expect(await kindOf(agency.create(notes, id, note))).toBe('invalid');
      expect(await kindOf(agency.set(notes, id, note))).toBe('invalid');
      expect(await kindOf(agency.delete(notes, id))).toBe('invalid');
      expect(await kindOf(agency.transaction((tx) => tx.get(notes, id)))).toBe('invalid');
      expect(await kindOf(agency.transaction((tx) => tx.set(notes, id, note)))).toBe('invalid');
      expect(await kindOf(agency.transaction((tx) => tx.delete(notes, id)))).toBe('invalid');
      expect(() => store.agency(id)).toThrow(StoreError);
    });

    it('every other id is good', async () => {
      const { agency } = await scene();
      for (const id of goodIds) await agency.create(notes, id, { text: id });
      for (const id of goodIds) expect(await agency.get(notes, id)).toEqual({ text: id });
      const inOrder = goodIds.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
      expect((await agency.query(notes)).docs.map((doc) => doc.id)).toEqual(inOrder);
    });

    it.each(badDocuments)('a document is refused that holds %s', async (_name, document) => {
      const { agency } = await scene();
      expect(await kindOf(agency.create(anything, 'a', document))).toBe('invalid');
      expect(await kindOf(agency.set(anything, 'a', document))).toBe('invalid');
      expect(await kindOf(agency.transaction((tx) => tx.create(anything, 'a', document)))).toBe('invalid');
      expect(await agency.get(anything, 'a')).toBeUndefined();
    });

    it('twenty levels are not too many', async () => {
      const { agency } = await scene();
      await agency.create(anything, 'a', deep(20));
      expect(await agency.get(anything, 'a')).toEqual(deep(20));
    });

    it('a document that does not fit its schema is refused, with the fields named and their contents left out', async () => {
      const { agency } = await scene();
      const secret = { text: 'x', colour: 12_345, kept: 'secret' } as unknown as { text: string };
      const error: unknown = await agency.create(notes, 'a', secret).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(StoreError);
      expect((error as StoreError).kind).toBe('invalid');
      expect((error as StoreError).message).toContain('notes/a');
      expect((error as StoreError).message).toContain('colour');
      expect((error as StoreError).message).not.toMatch(/secret|12345/u);
    });

    it('a stored document that no longer fits its schema is an error when read, not a wrong value', async () => {
      const { agency } = await scene();
      const older: Collection<unknown> = { ...anything, path: 'notes' };
      await agency.create(older, 'a', { words: 'x' });
      expect(await kindOf(agency.get(notes, 'a'))).toBe('invalid');
      expect(await kindOf(agency.query(notes))).toBe('invalid');
      expect(await kindOf(agency.transaction((tx) => tx.get(notes, 'a')))).toBe('invalid');
    });

    it.each(badQueries)('a query is refused for %s', async (_name, query) => {
      const { agency } = await scene();
      expect(await kindOf(agency.query(notes, query))).toBe('invalid');
    });

    it('counts and averages are refused without an index', async () => {
      const { agency } = await scene();
      expect(await kindOf(agency.count(notes, { other: 1 }))).toBe('invalid');
      expect(await kindOf(agency.average(notes, 'rank', { text: 'x' }))).toBe('invalid');
      expect(await kindOf(agency.average(notes, 'rank', { colour: 'red', 'marks.loud': true }))).toBe('invalid');
      expect(await kindOf(agency.average(notes, 'a b'))).toBe('invalid');
    });

    it('a cursor of another order is refused', async () => {
      const { agency } = await scene();
      await agency.create(notes, 'a', { text: 'x', rank: 1 });
      const { next } = await agency.query(notes, { limit: 1 });
      const elsewhere = { after: next ?? '', orderBy: { field: 'rank', direction: 'asc' } } as const;
      expect(await kindOf(agency.query(notes, elsewhere))).toBe('invalid');
    });

    it('a closed store refuses every call, and closing it again does nothing', async () => {
      const { agency, store } = await scene();
      await agency.create(notes, 'a', { text: '' });
      await store.close();
      await store.close();
      expect(await kindOf(store.ping())).toBe('unavailable');
      expect(await kindOf(agency.get(notes, 'a'))).toBe('unavailable');
      expect(await kindOf(agency.create(notes, 'b', { text: '' }))).toBe('unavailable');
      expect(await kindOf(agency.set(notes, 'b', { text: '' }))).toBe('unavailable');
      expect(await kindOf(agency.delete(notes, 'b'))).toBe('unavailable');
      expect(await kindOf(agency.query(notes))).toBe('unavailable');
      expect(await kindOf(agency.count(notes))).toBe('unavailable');
      expect(await kindOf(agency.average(notes, 'rank'))).toBe('unavailable');
      expect(await kindOf(agency.transaction(async () => 1))).toBe('unavailable');
      expect(() =>
        agency.watch(
          notes,
          () => undefined,
          () => undefined,
        ),
      ).toThrow('closed');
    });

    it('closing waits for what is running', async () => {
      const { agency, store, second } = await scene();
      const writing = agency.transaction(async (tx) => {
        await tx.get(notes, 'a');
        await tx.set(notes, 'a', { text: 'written' });
      });
      await store.close();
      await writing;
      expect(await (await second()).get(notes, 'a')).toEqual({ text: 'written' });
    });

    it('a store that answers says so', async () => {
      const { store } = await scene();
      expect(await kindOf(store.ping())).toBe('nothing was thrown');
    });
  });
}
