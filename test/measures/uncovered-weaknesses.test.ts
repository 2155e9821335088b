import { describe, expect, it } from 'vitest';
import { uncoveredWeaknesses } from '../../src/measures/uncovered-weaknesses.ts';
import { assessment, item } from '../assessment/build.ts';
import { bangKhrok, measure, STATES } from '../chat/answers/knowledge.ts';

const seed = STATES['one year']?.measures ?? [];
const named = (measures: readonly ReturnType<typeof measure>[], result = bangKhrok()): readonly string[] =>
  uncoveredWeaknesses(result, measures).map(({ item, indicator }) => item ?? `ตัวชี้วัดที่ ${indicator}`);

describe('weaknesses without a measure', () => {
  it('of the example agency are exactly one: I29', () => {
    expect(seed).toHaveLength(3);
    expect(named(seed)).toEqual(['I29']);
  });

  it.each([
    ['its code', { items: ['I29'], indicators: [] }],
    ['its indicator', { items: [], indicators: [5] }],
  ])('are answered by a measure of any later year that names %s', (_, answers) => {
    for (const fiscalYear of [2566, 2570])
      expect(named([...seed, measure(9, { fiscalYear, promisedIn: null, ...answers })])).toEqual([]);
  });

  it.each([
    ['is of the year itself or before', { fiscalYear: 2565 }],
    ['was stopped', { status: 'stopped' }],
    ['goes on as another', { carriedTo: '2571-9' }],
    ['was promised by another result', { promisedIn: 2564 }],
  ] as const)('are not answered by a measure that %s', (_, more) => {
    const answer = measure(9, { fiscalYear: 2570, promisedIn: null, items: ['I29'], indicators: [], ...more });
    expect(named([...seed, answer])).toEqual(['I29']);
  });

  it('are the lowest indicators and the named items, an item only where its indicator is not named', () => {
    expect(named([])).toEqual(['ตัวชี้วัดที่ 8', 'ตัวชี้วัดที่ 4', 'ตัวชี้วัดที่ 7', 'I29']);
  });

  it('are none where a result names none', () => {
    expect(named([], assessment({ scores: [], items: [item('I1', 1, 99, { weak: false })] }))).toEqual([]);
  });
});
