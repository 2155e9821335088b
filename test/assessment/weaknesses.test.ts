import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findStrengths } from '../../src/assessment/strengths.ts';
import { findWeaknesses, type Weakness } from '../../src/assessment/weaknesses.ts';
import { assessment, item, SEED_SCORES } from './build.ts';

const ITEMS = [
  item('E14', 8, null),
  item('I29', 5, 92.32, { doubtful: true }),
  item('E11', 8, null),
  item('I23', 4, 92.32, { doubtful: true }),
  item('E12', 8, null),
];
const name = (weakness: Weakness): string =>
  weakness.item ?? (weakness.indicator === null ? weakness.instrument : String(weakness.indicator));

describe("the example agency's weaknesses", () => {
  const weaknesses = findWeaknesses(assessment({ items: ITEMS }));

  it('begin with the three lowest indicators, then what the report names', () => {
    expect(weaknesses.map(name)).toEqual(['8', '4', '7', 'I23', 'I29', 'E11', 'E12', 'E14', 'EIT', '5', '6']);
  });

  it('give each its reason in words', () => {
    const reasons = new Map(weaknesses.map((weakness) => [name(weakness), weakness.reason]));
    expect(reasons.get('8')).toBe('คะแนนต่ำที่สุดใน 10 ตัวชี้วัด');
    expect(reasons.get('4')).toBe('คะแนนต่ำเป็นอันดับที่ 2 ใน 10 ตัวชี้วัด');
    expect(reasons.get('I29')).toContain('อาจพิมพ์คลาดเคลื่อน');
    expect(reasons.get('E11')).toBe('รายงานระบุว่าควรพัฒนา');
    expect(reasons.get('EIT')).toBe('ต่ำกว่าเกณฑ์ 95.00 คะแนนของระดับ AA');
  });

  it('name the items under an indicator and never estimate their scores', () => {
    expect(weaknesses[0]).toMatchObject({ kind: 'indicator', score: 92.59, items: ['E11', 'E12', 'E14'] });
    expect(weaknesses.find((weakness) => weakness.item === 'E12')).toMatchObject({ score: null, indicator: 8 });
  });

  it('stop at the limit', () => {
    expect(findWeaknesses(assessment({ items: ITEMS }), { limit: 3 }).map(name)).toEqual(['8', '4', '7']);
    expect(findWeaknesses(assessment(), { limit: 0 })).toEqual([]);
  });
});

describe('drops against the year before', () => {
  const previous = assessment({ fiscalYear: 2564, scores: SEED_SCORES.map((score) => Math.min(100, score + 0.5)) });

  it('are named, the largest first, and added to the reason of what is weak anyway', () => {
    const scores = SEED_SCORES.with(8, 97.78);
    const found = findWeaknesses(assessment({ scores }), { previous });
    const drops = found.filter(({ kind }) => kind === 'drop');
    expect(drops.map(({ indicator, change }) => [indicator, change])).toEqual([
      [9, -2.22],
      [1, -0.5],
      [2, -0.5],
      [3, -0.5],
    ]);
    expect(drops[0]?.reason).toBe('ลดลง 2.22 คะแนนจากปี 2564');
    expect(found[0]).toMatchObject({ indicator: 8, change: -0.5, reason: expect.stringContaining('คะแนนจากปี 2564') });
  });

  it('are not looked for in a year that is not earlier', () => {
    const later = { ...previous, fiscalYear: 2566 };
    expect(findWeaknesses(assessment(), { previous: later })).toEqual(findWeaknesses(assessment()));
  });
});

it('puts whatever is under the target of 85 before everything else', () => {
  const scores = SEED_SCORES.with(6, 84.99).with(7, 60);
  const found = findWeaknesses(assessment({ fiscalYear: 2568, scores, items: [item('I1', 1, 70)] }));
  expect(found.slice(0, 4).map(name)).toEqual(['8', 'I1', 'EIT', '7']);
  expect(found[0]?.reason).toContain('ต่ำกว่าเป้าหมาย 85.00 คะแนน');
});

it.each([
  ['ผ่าน must bring every instrument to 85', 2568, [95, 95, 95, 95, 95, 84, 84, 84, 100, 100], ['EIT']],
  ['ผ่านดี must bring every instrument to 95', 2568, [90, 90, 90, 90, 90, 96, 96, 96, 100, 100], ['IIT']],
  ['ผ่านดีเยี่ยม has nothing above it', 2568, [95, 95, 95, 95, 95, 96, 96, 96, 100, 100], []],
  ['2566 has only the target', 2566, [84, 84, 84, 84, 84, 90, 90, 90, 100, 100], ['IIT']],
])('an agency at %s', (_, fiscalYear, scores, instruments) => {
  const found = findWeaknesses(assessment({ fiscalYear, scores })).filter(({ kind }) => kind === 'instrument');
  expect(found.map(({ instrument }) => instrument)).toEqual(instruments);
});

it('leaves out items that the report scores without naming them as weak', () => {
  const items = [item('I1', 1, 60, { weak: false }), item('I23', 4, 92.32)];
  const found = findWeaknesses(assessment({ items }));
  expect(found.flatMap((weakness) => weakness.item ?? [])).toEqual(['I23']);
  expect(found.find(({ indicator }) => indicator === 4)?.items).toEqual(['I23']);
});

it('finds nothing where nothing is known', () => {
  const nothing = assessment({ scores: Array.from({ length: 10 }, () => null) });
  expect(findWeaknesses(nothing)).toEqual([]);
  expect(findStrengths(nothing)).toEqual([]);
});

describe('strengths', () => {
  it("are the example agency's five indicators above its overall score", () => {
    expect(findStrengths(assessment()).map(({ indicator }) => indicator)).toEqual([9, 10, 3, 2, 1]);
    expect(findStrengths(assessment(), 2).map(({ reason }) => reason)).toEqual(['ได้คะแนนเต็ม', 'ได้คะแนนเต็ม']);
  });

  it('are none below the target', () => {
    expect(findStrengths(assessment({ scores: Array.from({ length: 10 }, () => 84.99) }))).toEqual([]);
  });
});

describe('for any result', () => {
  const scores = fc.array(fc.option(fc.integer({ min: 0, max: 10_000 }).map((n) => n / 100)), {
    minLength: 10,
    maxLength: 10,
  });

  it('the order of indicators and items in the input does not matter', () => {
    fc.assert(
      fc.property(scores, fc.shuffledSubarray(ITEMS, { minLength: 5 }), fc.nat(), (given, items, seed) => {
        const straight = assessment({ scores: given, items: ITEMS });
        const turned = seed % 10;
        const shuffled = {
          ...straight,
          items,
          indicators: [...straight.indicators.slice(turned), ...straight.indicators.slice(0, turned)],
        };
        expect(findWeaknesses(shuffled)).toEqual(findWeaknesses(straight));
        expect(findStrengths(shuffled)).toEqual(findStrengths(straight));
      }),
    );
  });

  it('every indicator with a score is a strength or a weakness, never both', () => {
    fc.assert(
      fc.property(scores, (given) => {
        const result = assessment({ scores: given });
        const weak = findWeaknesses(result).flatMap(({ kind, indicator }) => (kind === 'indicator' ? [indicator] : []));
        const strong = findStrengths(result).map(({ indicator }) => indicator);
        const known = given.flatMap((score, index) => (score === null ? [] : [index + 1]));
        expect([...weak, ...strong].sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual(known);
      }),
    );
  });
});
