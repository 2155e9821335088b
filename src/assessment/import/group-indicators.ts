import type { Finding, Reading } from '../assessment.ts';
import { indicatorByName, indicatorOf } from '../indicators.ts';
import { clip, whereText } from './readings.ts';
import type { ResultFile } from './result-file.ts';

export interface IndicatorReadings {
  /** Up to 20, in document order. */
  readonly readings: readonly Reading[];
  /** How many entries the document has for it; more than one with different values is a mix-up of indicators. */
  readonly entries: number;
}

/** Readings by indicator number. A known name beats the printed number; other spellings are noted. */
export function groupIndicators(file: ResultFile): {
  readonly byNumber: ReadonlyMap<number, IndicatorReadings>;
  readonly findings: readonly Finding[];
} {
  const byNumber = new Map<number, IndicatorReadings>();
  const findings: Finding[] = [];
  for (const { no, name, readings } of file.indicators) {
    const named = name === undefined ? undefined : indicatorByName(name);
    const number = named?.no ?? no;
    if (number === undefined) continue; // refused by the schema of the file
    const finding = name === undefined ? undefined : nameFinding(name, no, number, readings);
    if (finding !== undefined) findings.push(finding);
    const before = byNumber.get(number);
    byNumber.set(number, {
      readings: [...(before?.readings ?? []), ...readings].slice(0, 20),
      entries: (before?.entries ?? 0) + 1,
    });
  }
  return { byNumber, findings };
}

function nameFinding(
  name: string,
  no: number | undefined,
  number: number,
  readings: readonly Reading[],
): Finding | undefined {
  const official = indicatorOf(number)?.name ?? '';
  const shared = { about: `indicator:${number}`, where: whereText(readings), used: `ตัวชี้วัดที่ ${number} ${official}` };
  if (no !== undefined && no !== number) {
    return {
      ...shared,
      code: 'name-beats-number',
      says: clip(`ตัวชี้วัดที่ ${no} ${name}`, 500),
      why: 'หมายเลขกับชื่อไม่ตรงกัน จึงยึดชื่อเป็นหลัก',
      needsConfirmation: true,
    };
  }
  if (indicatorByName(name) === undefined) {
    return {
      ...shared,
      code: 'unknown-name',
      says: clip(name, 500),
      why: 'ไม่รู้จักชื่อนี้ จึงยึดหมายเลขเป็นหลัก',
      needsConfirmation: true,
    };
  }
  if (name === official) return undefined;
  return {
    ...shared,
    code: 'name-variant',
    says: clip(name, 500),
    why: 'เขียนต่างจากชื่อทางการเล็กน้อย',
    needsConfirmation: false,
  };
}
