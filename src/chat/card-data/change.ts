import { INSTRUMENTS } from '../../assessment/assessment.ts';
import type { Change, Comparison } from '../../assessment/comparison.ts';
import { INDICATORS } from '../../assessment/indicators.ts';
import { formatScore } from '../../assessment/round.ts';
import { subjectName, subjectRequest, type Subject } from './subject.ts';

export interface ChangeRow {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly change: string;
  readonly data: string;
  readonly said: string;
}

/** `เพิ่มขึ้น 0.98`, `ลดลง 0.50`, `เท่าเดิม`, or that it cannot be told. */
export function changeWords({ change, direction }: Change): string {
  if (change === null || direction === 'unknown') return 'เทียบไม่ได้';
  if (direction === 'same') return 'เท่าเดิม';
  return `${direction === 'up' ? 'เพิ่มขึ้น' : 'ลดลง'} ${formatScore(Math.abs(change))}`;
}

/** Overall, the three instruments and the ten indicators, each in both years. */
export function changeRows({ overall, instruments, indicators, newerYear }: Comparison): readonly ChangeRow[] {
  const row = (subject: Subject, name: string, change: Change): ChangeRow => ({
    name,
    before: score(change.older),
    after: score(change.newer),
    change: changeWords(change),
    data: subjectRequest(subject, newerYear),
    said: `${subjectName(subject)} ปี ${newerYear}`,
  });
  return [
    row({}, 'คะแนนรวม', overall),
    ...INSTRUMENTS.map((instrument) => row({ instrument }, instrument, instruments[instrument])),
    ...indicators.map((change) =>
      row({ indicator: change.no }, `${change.no}. ${INDICATORS[change.no - 1]?.name ?? ''}`, change),
    ),
  ];
}

function score(value: number | null): string {
  return value === null ? 'ไม่มี' : formatScore(value);
}
