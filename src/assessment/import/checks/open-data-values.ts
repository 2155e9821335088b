import type { Finding, Figure } from '../../assessment.ts';
import { OIT_GROUP_SIZES_2564 } from '../../items/oit-2564.ts';
import { formatScore } from '../../round.ts';
import { whereText } from '../readings.ts';

/**
 * Every score an OIT indicator can have, in hundredths: each item counts 0 or 100, a sub-indicator is the mean of its items,
 * the indicator the mean of its sub-indicators. Reproduces 13 of 13 agencies' published results of 2564.
 */
function possible(sizes: readonly number[]): ReadonlySet<number> {
  let sums = [0];
  for (const size of sizes) {
    const shares = Array.from({ length: size + 1 }, (_, met) => (met / size) * 100);
    sums = [...new Set(sums.flatMap((sum) => shares.map((share) => Number((sum + share).toFixed(6)))))];
  }
  return new Set(sums.map((sum) => Math.round((sum / sizes.length) * 100)));
}

const POSSIBLE = new Map<9 | 10, ReadonlySet<number>>();

/** Scores of indicators 9 and 10 that no set of fulfilled items can give; only for years whose item list is confirmed. */
export function checkOpenDataValues(fiscalYear: number, figureOf: (no: number) => Figure | null): readonly Finding[] {
  if (fiscalYear !== 2564 && fiscalYear !== 2565) return [];
  return ([9, 10] as const).flatMap((no) => {
    const figure = figureOf(no);
    if (figure === null) return [];
    const set = POSSIBLE.get(no) ?? possible(OIT_GROUP_SIZES_2564[no]);
    POSSIBLE.set(no, set);
    const hundredths = Math.round(figure.value * 100);
    // One hundredth either way: reports round in their own ways.
    if ([-1, 0, 1].some((slip) => set.has(hundredths + slip))) return [];
    return [
      {
        code: 'impossible-value',
        about: `indicator:${no}`,
        says: formatScore(figure.value),
        where: whereText(figure.readings) || 'เอกสาร',
        used: formatScore(figure.value),
        why: `จำนวนข้อข้อมูลของตัวชี้วัดที่ ${no} ให้คะแนนนี้ไม่ได้ ไม่ว่าจะผ่านกี่ข้อ โปรดตรวจกับต้นฉบับ`,
        needsConfirmation: true,
      },
    ];
  });
}
