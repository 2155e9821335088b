import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INSTRUMENTS, type Instrument } from '../../src/assessment/assessment.ts';
import { expectedLevel, levelScale } from '../../src/assessment/levels.ts';
import { roundHalfUp2 } from '../../src/assessment/round.ts';
import { agree, instrumentScore, overallScore } from '../../src/assessment/scores.ts';
import { SEED_SCORES } from './build.ts';

const score = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100);
const ten = fc.array(score, { minLength: 10, maxLength: 10 });

function totals(scores: readonly (number | null)[]): {
  overall: number | null;
  instruments: Record<Instrument, number | null>;
} {
  const scoreOf = (no: number): number | null => scores[no - 1] ?? null;
  const instruments = {
    IIT: instrumentScore('IIT', scoreOf),
    EIT: instrumentScore('EIT', scoreOf),
    OIT: instrumentScore('OIT', scoreOf),
  };
  return { instruments, overall: overallScore(instruments) };
}

describe('totals', () => {
  it("are the example agency's published ones", () => {
    const { overall, instruments } = totals(SEED_SCORES);
    expect(roundHalfUp2(overall ?? 0)).toBe(97.02);
    expect(INSTRUMENTS.map((name) => roundHalfUp2(instruments[name] ?? 0))).toEqual([96.63, 93.45, 100]);
  });

  it('show that 84.45 for indicator 6 cannot be right', () => {
    const { overall, instruments } = totals(SEED_SCORES.with(5, 84.45));
    expect(agree(instruments.EIT ?? 0, 93.45)).toBe(false);
    expect(agree(overall ?? 0, 97.02)).toBe(false);
  });

  it('are missing where an indicator is missing', () => {
    const { overall, instruments } = totals(SEED_SCORES.with(2, Number.NaN).map((s) => (Number.isNaN(s) ? null : s)));
    expect(instruments.IIT).toBeNull();
    expect(instruments.EIT).not.toBeNull();
    expect(overall).toBeNull();
  });

  it('stay between the lowest and the highest indicator', () => {
    fc.assert(
      fc.property(ten, (scores) => {
        const { overall, instruments } = totals(scores);
        for (const value of [overall, ...Object.values(instruments)]) {
          expect(roundHalfUp2(value ?? -1)).toBeGreaterThanOrEqual(Math.min(...scores));
          expect(roundHalfUp2(value ?? 101)).toBeLessThanOrEqual(Math.max(...scores));
        }
      }),
    );
  });

  it('never fall, and the level never gets worse, when an indicator rises', () => {
    fc.assert(
      fc.property(ten, fc.nat(9), score, fc.constantFrom(2565, 2568), (scores, index, other, year) => {
        const old = scores[index] ?? 0;
        const before = totals(scores.with(index, Math.min(old, other)));
        const after = totals(scores.with(index, Math.max(old, other)));
        for (const name of INSTRUMENTS) {
          expect(roundHalfUp2(after.instruments[name] ?? 0)).toBeGreaterThanOrEqual(
            roundHalfUp2(before.instruments[name] ?? 0),
          );
        }
        expect(roundHalfUp2(after.overall ?? 0)).toBeGreaterThanOrEqual(roundHalfUp2(before.overall ?? 0));
        const place = (level: string | null): number => levelScale(year).levels.findIndex(({ name }) => name === level);
        expect(place(expectedLevel(year, after))).toBeLessThanOrEqual(place(expectedLevel(year, before)));
      }),
    );
  });
});

it.each([
  [97.02, 97.04, true],
  [97.02, 97.0, true],
  [97.02, 97.05, false],
  [67.54, 67.5346, true],
])('%d and %d agree: %s', (a, b, same) => expect(agree(a, b)).toBe(same));
