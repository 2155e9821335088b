import type { Assessment } from '../assessment.ts';
import { TARGET } from '../framework.ts';
import { indicatorOf } from '../indicators.ts';
import { compareItemCodes } from '../items/item-code.ts';
import { middle, rankIndicators, type Ranked } from '../ranking.ts';
import { formatScore, roundHalfUp2 } from '../round.ts';
import { indicatorScore } from '../scores.ts';
import type { Weakness } from './weakness.ts';
import { weightOf } from './weight.ts';

/** How many of the lowest indicators come before the items that the report names. */
const LOWEST = 3;

function placeReason({ place, sharedBy }: Ranked, count: number): string {
  const together = sharedBy > 1 ? ` (เท่ากัน ${sharedBy} ตัวชี้วัด)` : '';
  return place === 1
    ? `คะแนนต่ำที่สุดใน ${count} ตัวชี้วัด${together}`
    : `คะแนนต่ำเป็นอันดับที่ ${place} ใน ${count} ตัวชี้วัด${together}`;
}

/** Indicators under the target or the overall score, and those that fell against the year before. */
export function indicatorWeaknesses(assessment: Assessment, previous: Assessment | undefined): readonly Weakness[] {
  const ranked = rankIndicators(assessment, 'lowest');
  const bar = middle(assessment) ?? TARGET;
  return ranked.flatMap((entry) => {
    const { no, score, place } = entry;
    const info = indicatorOf(no);
    if (info === undefined) return [];
    const before = previous === undefined ? null : indicatorScore(previous, no);
    const change = before === null ? null : roundHalfUp2(score - before);
    const fell = previous !== undefined && change !== null && change < 0;
    const underTarget = score < TARGET;
    const weak = underTarget || score < bar;
    if (!weak && !fell) return [];
    const reasons = [
      ...(underTarget ? [`ต่ำกว่าเป้าหมาย ${formatScore(TARGET)} คะแนน`] : []),
      ...(weak ? [placeReason(entry, ranked.length)] : []),
      ...(fell ? [`ลดลง ${formatScore(-change)} คะแนนจากปี ${previous.fiscalYear}`] : []),
    ];
    const weight = underTarget
      ? weightOf('under-target', TARGET - score)
      : weak
        ? weightOf(place <= LOWEST ? 'lowest-indicator' : 'below-overall', 100 - score)
        : weightOf('drop', -(change ?? 0));
    return [
      {
        kind: weak ? 'indicator' : 'drop',
        indicator: no,
        item: null,
        instrument: info.instrument,
        score,
        change,
        items: assessment.items
          .filter((item) => item.weak && item.indicator === no)
          .map((item) => item.code)
          .sort(compareItemCodes),
        advice: null,
        reason: reasons.join(' และ'),
        weight,
      } satisfies Weakness,
    ];
  });
}
