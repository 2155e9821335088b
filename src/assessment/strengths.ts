import type { Assessment, Instrument } from './assessment.ts';
import { TARGET } from './framework.ts';
import { indicatorOf } from './indicators.ts';
import { middle, rankIndicators, type Ranked } from './ranking.ts';

export interface Strength {
  /** 1–10. */
  readonly indicator: number;
  readonly instrument: Instrument;
  readonly score: number;
  /** Thai, for showing. */
  readonly reason: string;
  /** 1 for the highest; equal scores share a place. */
  readonly place: number;
}

function reasonOf({ score, place, sharedBy }: Ranked): string {
  if (score === 100) return 'ได้คะแนนเต็ม';
  const together = sharedBy > 1 ? ` (เท่ากัน ${sharedBy} ตัวชี้วัด)` : '';
  return place === 1 ? `คะแนนสูงที่สุด${together}` : `คะแนนสูงเป็นอันดับที่ ${place}${together}`;
}

/**
 * Indicators at or above both the target of 85 and the agency's own overall score, highest first. Never the same ones as
 * `findWeaknesses` names. At most `limit` (all if left out).
 */
export function findStrengths(assessment: Assessment, limit = 10): readonly Strength[] {
  const bar = Math.max(TARGET, middle(assessment) ?? TARGET);
  return rankIndicators(assessment, 'highest')
    .filter(({ score }) => score >= bar)
    .flatMap((ranked) => {
      const indicator = indicatorOf(ranked.no);
      if (indicator === undefined) return [];
      const { no, score, place } = ranked;
      return [{ indicator: no, instrument: indicator.instrument, score, reason: reasonOf(ranked), place }];
    })
    .slice(0, Math.max(0, limit));
}
