import type { Assessment, Finding } from '../../assessment.ts';
import { expectedLevel, type LevelScores } from '../../levels.ts';
import { clip, whereText } from '../readings.ts';
import type { ResultFile } from '../result-file.ts';

/** The printed level beside the one that follows from the scores; a difference is kept as a finding and the printed one shown. */
export function checkLevel(
  file: ResultFile,
  scores: LevelScores,
): { readonly level: Assessment['level']; readonly findings: readonly Finding[] } {
  const expected = expectedLevel(file.fiscalYear, scores);
  const values = [...new Set(file.level.map(({ value }) => value))];
  const [first] = values;
  if (first === undefined) return { level: { printed: null, expected }, findings: [] };
  // Of several printed levels only the one that follows from the scores can be shown.
  const printed = values.length === 1 ? first : (values.find((value) => value === expected) ?? null);
  const found = { about: 'level', says: clip(values.join(' และ '), 500), where: whereText(file.level) };
  if (values.length > 1) {
    return {
      level: { printed, expected },
      findings: [
        {
          ...found,
          code: 'conflicting-levels',
          used: printed ?? 'ยังไม่ใช้ระดับใด',
          why: 'เอกสารพิมพ์ระดับไว้ไม่ตรงกัน',
          needsConfirmation: true,
        },
      ],
    };
  }
  if (expected === null || expected === first) return { level: { printed, expected }, findings: [] };
  return {
    level: { printed, expected },
    findings: [
      {
        ...found,
        code: 'level-mismatch',
        used: `${first} ตามที่พิมพ์`,
        why: `ตามเกณฑ์ของปี ${file.fiscalYear} คะแนนนี้ควรได้ระดับ ${expected}`,
        needsConfirmation: true,
      },
    ],
  };
}
