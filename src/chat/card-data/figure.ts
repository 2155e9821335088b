import type { Assessment, Figure, Finding } from '../../assessment/assessment.ts';
import { formatScore } from '../../assessment/round.ts';

/** A score as cards show it. */
export interface Shown {
  /** 0–100; null if the report does not give it. */
  readonly score: number | null;
  /** A short word about where it comes from, if that is not simply what the report prints. */
  readonly mark: string | null;
}

const MARKS = { printed: null, corrected: 'แก้จากเอกสาร', computed: 'คำนวณจากตัวชี้วัด' } as const;

export function shown(figure: Figure | null | undefined): Shown {
  return figure ? { score: figure.value, mark: MARKS[figure.basis] } : { score: null, mark: null };
}

/** For altText: `ได้ 97.02 คะแนน` or `ไม่มีคะแนนในรายงาน`. */
export function spokenScore(score: number | null): string {
  return score === null ? 'ไม่มีคะแนนในรายงาน' : `ได้ ${formatScore(score)} คะแนน`;
}

/** What a card tells about a correction. */
export type Correction = Pick<Finding, 'says' | 'used' | 'why'>;

/**
 * What the document says and why something else is shown, for a corrected figure; empty for any other. Only findings
 * that settle the value itself: the rest (a name, a sentence, a missing measure) is for staff. `about` is the finding's,
 * e.g. `indicator:6`.
 */
export function corrections(
  assessment: Assessment,
  about: string,
  figure: Figure | null | undefined,
): readonly Correction[] {
  if (figure?.basis !== 'corrected') return [];
  const used = formatScore(figure.value);
  const settled = assessment.findings.filter((finding) => finding.about === about && finding.used === used);
  if (settled.length > 0) return settled.slice(0, CORRECTIONS_SHOWN);
  const says = figure.readings.map(({ value, where }) => `${formatScore(value)} (${where})`).join(' และ ');
  return [{ says: says || 'พิมพ์ไว้ไม่ชัดเจน', used, why: 'เอกสารพิมพ์คะแนนนี้ไว้ไม่ตรงกัน' }];
}

/** More would only tire; the report itself has the rest. */
const CORRECTIONS_SHOWN = 3;
