import { differentValues, saysText, whereText } from './readings.ts';
import type { Finding, Item } from '../assessment.ts';
import { indicatorOfItem } from '../framework.ts';
import { formatScore } from '../round.ts';
import { itemCode, type ResultFile } from './result-file.ts';

/** Items with their scores. Nothing in the document can decide between two readings of an item, so then it has no score. */
export function resolveItems(file: ResultFile): {
  readonly items: readonly Item[];
  readonly findings: readonly Finding[];
} {
  const findings: Finding[] = [];
  const twins = equalWeakScores(file);
  const items = file.items.flatMap(({ code: printed, wording, indicator, readings, weak, advice }): Item[] => {
    const code = itemCode(file.fiscalYear, printed, wording);
    if (code !== printed) findings.push(wrongCode(printed, code, whereText(readings)));
    const number = indicatorOfItem(file.fiscalYear, code) ?? indicator;
    if (number === undefined) return []; // refused by the schema of the file
    const [value, ...others] = differentValues(readings);
    if (others.length > 0) {
      findings.push({
        code: 'conflicting-values',
        about: `item:${code}`,
        says: saysText(readings),
        where: whereText(readings),
        used: 'ยังไม่ใช้ค่าใด (แสดงว่าไม่มีคะแนน)',
        why: 'ไม่มีคะแนนอื่นในเอกสารที่ช่วยตัดสินได้',
        needsConfirmation: true,
      });
    }
    const single = value !== undefined && others.length === 0;
    const figure = single ? { value, readings, basis: 'printed' as const } : null;
    return [{ code, indicator: number, figure, weak, advice, doubtful: single && twins.has(value) }];
  });
  for (const value of twins) {
    const same = items.filter(({ doubtful, figure }) => doubtful && figure?.value === value);
    const codes = same.map(({ code }) => code).join(' และ ');
    findings.push({
      code: 'equal-item-scores',
      about: `item:${same[0]?.code}`,
      says: `ข้อ ${codes} ได้ ${formatScore(value)} เท่ากัน`.slice(0, 500),
      where: whereText(same.flatMap(({ figure }) => figure?.readings ?? [])),
      used: `${formatScore(value)} โดยทำเครื่องหมายว่าอาจคลาดเคลื่อน`,
      why: 'คะแนนของข้อที่อยู่คนละตัวชี้วัดเท่ากันพอดี อาจเกิดจากการคัดลอก',
      needsConfirmation: true,
    });
  }
  return { items, findings };
}

function wrongCode(printed: string, code: string, where: string): Finding {
  return {
    code: 'item-code-wrong',
    about: `item:${code}`,
    says: `พิมพ์รหัสข้อเป็น ${printed}`,
    where: where || 'รายการข้อคำถาม',
    used: code,
    why: `ข้อความคำถามเป็นของ ${code} จึงยึดข้อความเป็นหลัก`,
    needsConfirmation: true,
  };
}

/** Scores below 100 that weak items of different indicators share to the cent: a sign of copying in a hand-typed table. */
function equalWeakScores(file: ResultFile): ReadonlySet<number> {
  const indicators = new Map<number, Set<number | undefined>>();
  for (const { code: printed, wording, indicator, readings, weak } of file.items) {
    const code = itemCode(file.fiscalYear, printed, wording);
    const [value, ...others] = differentValues(readings);
    if (!weak || value === undefined || others.length > 0 || value === 100) continue;
    const number = indicatorOfItem(file.fiscalYear, code) ?? indicator;
    indicators.set(value, (indicators.get(value) ?? new Set()).add(number));
  }
  return new Set([...indicators].flatMap(([value, numbers]) => (numbers.size > 1 ? [value] : [])));
}
