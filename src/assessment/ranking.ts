import type { Assessment } from './assessment.ts';

/** An indicator that the report gives a score for, with its place among the others. */
export interface Ranked {
  readonly no: number;
  readonly score: number;
  /** 1 for the first; equal scores share a place. */
  readonly place: number;
  /** How many have this place. */
  readonly sharedBy: number;
}

/** Indicators with a score, lowest or highest first; equal scores by number, whatever the order of the input. */
export function rankIndicators(assessment: Assessment, first: 'lowest' | 'highest'): readonly Ranked[] {
  const sign = first === 'lowest' ? 1 : -1;
  const scored = assessment.indicators
    .flatMap(({ no, figure }) => (figure === null ? [] : [{ no, score: figure.value }]))
    .sort((a, b) => sign * (a.score - b.score) || a.no - b.no);
  return scored.map(({ no, score }) => ({
    no,
    score,
    place: scored.findIndex((other) => other.score === score) + 1,
    sharedBy: scored.filter((other) => other.score === score).length,
  }));
}

/** What scores are measured against inside one result: the overall score, or the mean of what is known; null if nothing is. */
export function middle(assessment: Assessment): number | null {
  if (assessment.overall !== null) return assessment.overall.value;
  const scores = assessment.indicators.flatMap(({ figure }) => (figure === null ? [] : [figure.value]));
  return scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length;
}
