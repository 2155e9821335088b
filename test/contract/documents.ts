import { describe, expect, it } from 'vitest';
import { documentSize, MAX_DOCUMENT_BYTES } from '../../src/store/document-size.ts';
import { anything, notes, type Note } from './notes.ts';
import { kindOf, scenes, type OpenStore } from './under-test.ts';

const texts: readonly (readonly [string, string])[] = [
  ['Thai with tone marks', 'องค์การบริหารส่วนตำบลบางครก น้ำ ไม้ เก่า ๆ'],
  ['decomposed sara am, not normalised', 'น้ํา'],
  ['emoji with joiners', '👩🏽‍💻🇹🇭'],
  ['quotes, backslash and controls', '"\\\n\t\u0001\u007f\u2028'],
  ['U+0000', 'a\0b'],
  ['nothing', ''],
  ['SQL', `'); DROP TABLE "doc_notes"; --`],
];

const values: readonly (readonly [string, Note])[] = [
  ['null and absent fields', { text: '', colour: null }],
  ['nested objects', { text: '', place: { floor: null, room: 'ก' } }],
  ['lists of objects', { text: '', parts: [{ a: [{ b: null }, { b: [] }] }, {}] }],
  [
    'whole, broken, huge and tiny numbers',
    { text: '', parts: [{ n: [1, -1, 0.1, 9_007_199_254_740_991, 1e300, 5e-324] }] },
  ],
  [
    'field names with dots, spaces and Thai',
    { text: '', parts: [{ 'a.b': 1, 'c d': 2, 'ตัวชี้วัด 1': 3, '`': 4, 'x"y': 5 }] },
  ],
];

export function describeDocuments(open: OpenStore): void {
  const scene = scenes(open);

  describe('documents', () => {
    it('are created once and found again', async () => {
      const { agency } = await scene();
      expect(await agency.get(notes, 'a')).toBeUndefined();
      await agency.create(notes, 'a', { text: 'one' });
      expect(await kindOf(agency.create(notes, 'a', { text: 'two' }))).toBe('already-exists');
      expect(await agency.get(notes, 'a')).toEqual({ text: 'one' });
    });

    it('of one id created twenty times at once exist once: exactly one caller is told so', async () => {
      const { agency, second } = await scene();
      const other = await second();
      const calls = Array.from({ length: 20 }, (_, n) =>
        (n % 2 === 0 ? agency : other).create(notes, 'a', { text: `${n}` }),
      );
      const kinds = await Promise.all(calls.map(kindOf));
      expect(kinds.filter((kind) => kind === 'nothing was thrown')).toHaveLength(1);
      expect(kinds.filter((kind) => kind === 'already-exists')).toHaveLength(19);
      expect((await agency.get(notes, 'a'))?.text).toBe(String(kinds.indexOf('nothing was thrown')));
    });

    it('are replaced whole by set, whether or not they were there', async () => {
      const { agency } = await scene();
      await agency.set(notes, 'a', { text: 'one', colour: 'red' });
      await agency.set(notes, 'a', { text: 'two' });
      expect(await agency.get(notes, 'a')).toEqual({ text: 'two' });
    });

    it('are deleted, also when they are not there, and can then be created again', async () => {
      const { agency } = await scene();
      await agency.delete(notes, 'a');
      await agency.create(notes, 'a', { text: 'one' });
      await agency.delete(notes, 'a');
      await agency.delete(notes, 'a');
      expect(await agency.get(notes, 'a')).toBeUndefined();
      await agency.create(notes, 'a', { text: 'two' });
      expect(await agency.get(notes, 'a')).toEqual({ text: 'two' });
    });

    it('of one agency are not seen by another', async () => {
      const { agency, store } = await scene();
      await agency.create(notes, 'a', { text: 'ours' });
      const other = store.agency(`${agency.orgId}-2`);
      expect(await other.get(notes, 'a')).toBeUndefined();
      expect((await other.query(notes)).docs).toEqual([]);
      expect(await other.count(notes)).toBe(0);
      await other.delete(notes, 'a');
      expect(await agency.get(notes, 'a')).toEqual({ text: 'ours' });
    });

    it.each(texts)('keep text as it is: %s', async (_name, text) => {
      const { agency } = await scene();
      await agency.create(notes, 'a', { text });
      expect(await agency.get(notes, 'a')).toEqual({ text });
      expect((await agency.query(notes, { equal: { text } })).docs).toEqual([{ id: 'a', data: { text } }]);
    });

    it.each(values)('keep %s', async (_name, note) => {
      const { agency } = await scene();
      await agency.create(notes, 'a', note);
      expect(await agency.get(notes, 'a')).toEqual(note);
    });

    it('have half a surrogate pair replaced by U+FFFD, as UTF-8 demands', async () => {
      const { agency } = await scene();
      await agency.create(notes, 'a', { text: 'x\ud83dy' });
      expect(await agency.get(notes, 'a')).toEqual({ text: 'x\ufffdy' });
    });

    it('do not change when the object that was written changes afterwards', async () => {
      const { agency } = await scene();
      const note = { text: 'before', place: { floor: 1 } };
      const writing = agency.create(notes, 'a', note);
      note.place.floor = 2;
      await writing;
      expect((await agency.get(notes, 'a'))?.place?.floor).toBe(1);
    });

    it('leave out fields that are undefined', async () => {
      const { agency } = await scene();
      await agency.create(anything, 'a', { kept: 1, gone: undefined, inner: { gone: undefined } });
      expect(await agency.get(anything, 'a')).toEqual({ kept: 1, inner: {} });
    });

    it('may have 1 MiB by the measure of Firestore, and not a byte more', async () => {
      const { agency, orgId } = await scene();
      const names = ['orgs', orgId, 'notes', 'a'];
      const room = MAX_DOCUMENT_BYTES - documentSize(names, { text: '' });
      const note = { text: 'x'.repeat(room) };
      await agency.create(notes, 'a', note);
      expect(await agency.get(notes, 'a')).toEqual(note);
      expect(await kindOf(agency.set(notes, 'a', { text: `${note.text}x` }))).toBe('too-large');
      expect(await kindOf(agency.set(notes, 'a', { text: 'ก'.repeat(room / 3 + 1) }))).toBe('too-large');
      expect(await kindOf(agency.transaction((tx) => tx.set(notes, 'a', { text: `${note.text}x` })))).toBe('too-large');
      expect(await agency.get(notes, 'a')).toEqual(note);
    });
  });
}
