import { describe, expect, it } from 'vitest';
import { ReasonCodeSchema } from '../../src/feedback/feedback.ts';
import { REASON_CODES, reasonOf, reasonsFor } from '../../src/feedback/reasons.ts';

const length = (text: string): number => Array.from(new Intl.Segmenter('th').segment(text)).length;
const YEARS = [2564, 2565, 2566, 2567, 2568, 2569, 2570, 2580];

describe('reasons to tap', () => {
  it.each(YEARS)('fit LINE in %i: at most 11, each label once and at most 20 graphemes', (year) => {
    for (const [audience, indicators] of [
      ['citizen', [6, 7, 8]],
      ['staff', [1, 2, 3, 4, 5]],
      ['citizen', [6]],
      ['citizen', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
    ] as const) {
      const reasons = reasonsFor(year, indicators, audience);
      expect(reasons.length).toBeGreaterThan(1);
      expect(reasons.length).toBeLessThanOrEqual(11);
      expect(new Set(reasons.map(({ code }) => code)).size).toBe(reasons.length);
      for (const { code, label } of reasons) {
        expect(length(label)).toBeLessThanOrEqual(20);
        expect(ReasonCodeSchema.safeParse(code).success).toBe(true);
        expect(REASON_CODES).toContain(code);
        expect(reasonOf(year, code)?.label).toBe(label);
      }
    }
  });

  it('are the official items where their topics are confirmed, and our own words elsewhere', () => {
    expect(reasonsFor(2565, [8], 'citizen').map(({ code }) => code)).toEqual(['E11', 'E12', 'E14']);
    expect(reasonsFor(2570, [8], 'citizen').map(({ code }) => code)).toEqual(['i8a', 'i8b', 'i8c']);
    expect(reasonOf(2570, 'E11')).toBeUndefined();
    expect(reasonOf(2565, 'E13')).toBeUndefined();
  });

  it('never ask anybody to report corruption by a tap', () => {
    for (const year of YEARS) {
      for (const { long } of reasonsFor(year, [1, 2, 3, 4, 5, 6, 7, 8], 'staff')) {
        expect(long).not.toMatch(/สินบน|เรียกรับ|เป็นเท็จ|พวกพ้อง|เอื้อ/);
      }
    }
  });
});
