import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatScore, roundHalfUp2 } from '../../src/assessment/round.ts';

it.each([
  [1.005, 1.01],
  [97.025, 97.03],
  [97.024999, 97.02],
  [90.115, 90.12],
  [0.3 * 96.63 + 0.3 * 93.45 + 0.4 * 100, 97.02],
  [0.1 + 0.2, 0.3],
  [-1.005, -1.01],
  [1e-12, 0],
  [100, 100],
])('rounds %d half up to %d', (value, rounded) => expect(roundHalfUp2(value)).toBe(rounded));

it('rounds every half of a hundredth up, which binary rounding gets wrong for many of them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9999 }), (hundredths) => {
      expect(roundHalfUp2(Number(`${hundredths}.5e-2`))).toBe((hundredths + 1) / 100);
    }),
  );
});

it.each([
  [100, '100.00'],
  [92.3, '92.30'],
  [-0.001, '0.00'],
])('shows %d as %s', (value, text) => expect(formatScore(value)).toBe(text));
