import type { Assessment, Instrument } from './assessment.ts';
import { INSTRUMENTS } from './assessment.ts';
import { INSTRUMENT_INFO } from './instruments.ts';

/**
 * Points by which a printed total may differ from ours. Agencies recompute from rounded figures, so real reports are
 * off by 0.01 (e.g. 67.54 printed for 67.5346); twice that is still no digit slip.
 */
const TOLERANCE = 0.02;

/** True if two scores are the same but for rounding. The 1e-9 keeps 97.04 and 97.02 together in binary. */
export function agree(a: number, b: number): boolean {
  return Math.abs(a - b) <= TOLERANCE + 1e-9;
}

/**
 * Unrounded mean of the instrument's indicators, 0–100; null if one of them is missing.
 * `scoreOf` gives the score of indicator 1–10, null if unknown.
 */
export function instrumentScore(instrument: Instrument, scoreOf: (indicator: number) => number | null): number | null {
  const numbers = INSTRUMENT_INFO[instrument].indicators;
  const scores = numbers.map(scoreOf).filter((score) => score !== null);
  if (scores.length < numbers.length) return null;
  return scores.reduce((sum, score) => sum + score, 0) / numbers.length;
}

/** Unrounded weighted mean of the three instruments (hand in unrounded scores), 0–100; null if one is missing. */
export function overallScore(instruments: Readonly<Record<Instrument, number | null>>): number | null {
  let sum = 0;
  for (const instrument of INSTRUMENTS) {
    const score = instruments[instrument];
    if (score === null) return null;
    sum += score * INSTRUMENT_INFO[instrument].weight;
  }
  return sum / 100;
}

/** The score of indicator `no` in an assessment; null if the report does not give it. */
export function indicatorScore(assessment: Assessment, no: number): number | null {
  return assessment.indicators.find((indicator) => indicator.no === no)?.figure?.value ?? null;
}
