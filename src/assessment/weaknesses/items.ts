import type { Assessment } from '../assessment.ts';
import { TARGET } from '../framework.ts';
import { instrumentOfItem } from '../instruments.ts';
import { indicatorScore } from '../scores.ts';
import type { Weakness } from './weakness.ts';
import { weightOf } from './weight.ts';

/** Items that the report names as something to improve. Those without a score follow those with one. */
export function itemWeaknesses(assessment: Assessment): readonly Weakness[] {
  return assessment.items.flatMap((item) => {
    const instrument = instrumentOfItem(item.code);
    if (!item.weak || instrument === undefined) return [];
    const score = item.figure?.value ?? null;
    const weight =
      score === null
        ? // Only for the order: the item's own score is unknown and stays so.
          weightOf('named-item-without-score', 100 - (indicatorScore(assessment, item.indicator) ?? 100))
        : score < TARGET
          ? weightOf('under-target', TARGET - score)
          : weightOf('named-item', 100 - score);
    return [
      {
        kind: 'item',
        indicator: item.indicator,
        item: item.code,
        instrument,
        score,
        change: null,
        items: [],
        advice: item.advice,
        reason: score !== null && item.doubtful ? 'รายงานระบุว่าควรพัฒนา (คะแนนข้อนี้อาจพิมพ์คลาดเคลื่อน)' : 'รายงานระบุว่าควรพัฒนา',
        weight,
      } satisfies Weakness,
    ];
  });
}
