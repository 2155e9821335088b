import { describe, expect, it } from 'vitest';
import type { AgencyStore, Scalar } from '../../src/store/port.ts';
import { notes, type Note } from './notes.ts';
import { kindOf, scenes, type OpenStore } from './under-test.ts';

const loud = (colour: string): Record<string, Scalar> => ({ colour, 'marks.loud': true });

/** Text that JSON writes in more than one way. */
const texts = ['', '1', '"', '\\', '","', 'a\nb', '\u0001\u001f\u007f\u2028', 'ก้ำ', '👍', 'a\ud83d', "it's"];

async function fill(agency: AgencyStore, documents: Readonly<Record<string, Partial<Note>>>): Promise<void> {
  for (const [id, note] of Object.entries(documents)) await agency.set(notes, id, { text: '', ...note });
}

export function describeCounted(open: OpenStore): void {
  const scene = scenes(open);

  describe('counted groups', () => {
    it('follow documents as they come, change and go, for every server', async () => {
      const { agency, second, store } = await scene();
      expect(await agency.count(notes, loud('red'))).toBe(0);
      await agency.create(notes, 'a', { text: '', colour: 'red', marks: { loud: true, late: true } });
      await agency.set(notes, 'b', { text: '', colour: 'red', marks: { loud: true } });
      await agency.set(notes, 'c', { text: '', colour: 'blue', marks: { loud: true } });
      await store.agency(`${agency.orgId}-other`).set(notes, 'a', { text: '', colour: 'red', marks: { loud: true } });
      const there = await second();
      expect(await there.count(notes, loud('red'))).toBe(2);
      expect(await there.count(notes, { colour: 'red', 'marks.late': true })).toBe(1);
      expect(await there.count(notes, { colour: 'red', 'marks.new': true })).toBe(0);
      await there.set(notes, 'a', { text: 'changed', colour: 'red', marks: { loud: true } });
      expect(await agency.count(notes, loud('red'))).toBe(2);
      expect(await agency.count(notes, { colour: 'red', 'marks.late': true })).toBe(0);
      await agency.transaction(async (tx) => {
        await tx.update(notes, 'b', (note) => ({ ...note, colour: 'blue' }));
        await tx.create(notes, 'd', { text: '', colour: 'red', marks: { loud: true } });
        await tx.delete(notes, 'c');
      });
      expect([await agency.count(notes, loud('red')), await agency.count(notes, loud('blue'))]).toEqual([2, 1]);
      for (const id of ['a', 'b', 'd', 'not there']) await agency.delete(notes, id);
      expect([await agency.count(notes, loud('red')), await agency.count(notes, loud('blue'))]).toEqual([0, 0]);
      expect(await store.agency(`${agency.orgId}-other`).count(notes, loud('red'))).toBe(1);
    });

    it('do not change when nothing is written', async () => {
      const { agency } = await scene();
      await agency.create(notes, 'a', { text: '', colour: 'red', marks: { loud: true } });
      const red = { text: '', colour: 'red', marks: { loud: true } };
      expect(await kindOf(agency.create(notes, 'a', red))).toBe('already-exists');
      const failing = agency.transaction(async (tx) => {
        await tx.set(notes, 'b', red);
        throw new Error('on purpose');
      });
      await expect(failing).rejects.toThrow('on purpose');
      expect(await agency.count(notes, loud('red'))).toBe(1);
    });

    it('tell apart what only looks alike', async () => {
      const { agency } = await scene();
      await fill(agency, {
        one: { rank: 1, shown: true },
        text: { rank: '1', shown: true },
        yes: { rank: true, shown: true },
        no: { rank: true, shown: false },
        zero: { rank: -0, shown: true },
        small: { rank: 1e-7, shown: true },
        large: { rank: 1e21, shown: true },
        null: { rank: null, shown: true },
        absent: { shown: true },
        half: { rank: 1 },
      });
      const of = (rank: Scalar): Promise<number> => agency.count(notes, { rank, shown: true });
      for (const rank of [1, '1', true, 0, 1e-7, 1e21, null]) expect(await of(rank)).toBe(1);
      for (const rank of [false, 'true', 'null', '', 10]) expect(await of(rank)).toBe(0);
    });

    it('find every text again', async () => {
      const { agency } = await scene();
      for (const [no, rank] of texts.entries()) await agency.set(notes, `d${no}`, { text: '', rank, shown: true });
      for (const rank of texts) expect([rank, await agency.count(notes, { rank, shown: true })]).toEqual([rank, 1]);
    });

    it('of flags hold what is marked true, and nothing else', async () => {
      const { agency } = await scene();
      await fill(agency, {
        yes: { colour: 'red', marks: { loud: true, 'a"b.c': true, ก: true } },
        no: { colour: 'red', marks: { loud: false } },
        one: { colour: 'red', marks: { loud: 1 } },
        text: { colour: 'red', marks: { loud: 'true' } },
        null: { colour: 'red', marks: { loud: null } },
        deep: { colour: 'red', marks: { very: { loud: true } } },
        list: { colour: 'red', marks: [true, 'loud'] },
        bare: { colour: 'red', marks: true },
        word: { colour: 'red', marks: 'loud' },
        void: { colour: 'red', marks: null },
        none: { colour: 'red' },
        colourless: { marks: { loud: true } },
        uncoloured: { colour: null, marks: { loud: true } },
      });
      expect(await agency.count(notes, loud('red'))).toBe(1);
      expect(await agency.count(notes, { colour: null, 'marks.loud': true })).toBe(1);
      expect(await agency.count(notes, { colour: 'red', 'marks.very': true })).toBe(0);
      expect(await agency.count(notes, { colour: 'red', 'marks.marks': true })).toBe(0);
    });

    it.each<[string, Record<string, Scalar>]>([
      ['a flag alone', { 'marks.loud': true }],
      ['a flag that is not set', { colour: 'red', 'marks.loud': false }],
      ['a flag with another value', { colour: 'red', 'marks.loud': 1 }],
      ['two flags', { colour: 'red', 'marks.loud': true, 'marks.late': true }],
      ['a flag within a flag', { colour: 'red', 'marks.very.loud': true }],
      ['the map itself', { colour: 'red', marks: true }],
      ['a flag with no name', { colour: 'red', 'marks.': true }],
      ['any flag', { colour: 'red', 'marks.*': true }],
    ])('cannot be asked for by %s', async (_name, equal) => {
      const { agency } = await scene();
      expect(await kindOf(agency.count(notes, equal))).toBe('invalid');
    });
  });
}
