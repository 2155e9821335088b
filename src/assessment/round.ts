/**
 * Half up to two decimals, in decimal: 1.005 gives 1.01 although its nearest binary number lies below it. Noise of
 * sums (97.02499999999999 for 97.025) is removed first; scores carry far fewer than nine decimals.
 */
export function roundHalfUp2(value: number): number {
  const hundredths = Math.round(Number(`${Math.abs(value).toFixed(9)}e2`));
  return hundredths === 0 ? 0 : (Math.sign(value) * hundredths) / 100;
}

/** How scores are shown: two decimals, Arabic digits. */
export function formatScore(value: number): string {
  return roundHalfUp2(value).toFixed(2);
}
