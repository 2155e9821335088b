import { formatScore, roundHalfUp2 } from '../../assessment/round.ts';

/** No more and no less. */
export const UNCHANGED = 'เท่าเดิม';

/** Points more or less, in words: `เพิ่มขึ้น 4.55 คะแนน`, `เท่าเดิม`. */
export function changeWords(points: number): string {
  const change = roundHalfUp2(points);
  if (change === 0) return UNCHANGED;
  return `${change > 0 ? 'เพิ่มขึ้น' : 'ลดลง'} ${formatScore(Math.abs(change))} คะแนน`;
}
