import { INSTRUMENTS, type Figure, type Finding, type Instrument, type Reading } from '../assessment.ts';
import { formatScore, roundHalfUp2 } from '../round.ts';
import { agree, instrumentScore, overallScore } from '../scores.ts';
import type { Combinations } from './combinations.ts';
import { decideFigure, figureName } from './resolve-figure.ts';
import { differentValues, saysText, whereText } from './readings.ts';
import type { ResultFile } from './result-file.ts';

export interface Totals {
  readonly instruments: Readonly<Record<Instrument, Figure | null>>;
  readonly overall: Figure | null;
  readonly findings: readonly Finding[];
}

/**
 * Instrument and overall scores, recomputed from the indicators. A printed total that differs by more than 0.02 gives way to
 * the recomputed one, except where all printed totals agree with each other: then an indicator is more likely misread than four
 * totals, and the printed ones stay. Either way a person is asked.
 */
export function resolveTotals(
  file: ResultFile,
  combinations: Combinations,
  indicatorScore: (no: number) => number | null,
): Totals {
  const printedAgree = printedTotalsAgree(file);
  const findings: Finding[] = [];
  const settle = (key: string, readings: readonly Reading[], computed: number | null): Figure | null => {
    const { figure, finding } = decideFigure(key, readings, combinations);
    if (finding !== undefined) findings.push(finding);
    if (computed === null) return figure;
    const value = roundHalfUp2(computed);
    if (readings.length === 0) return { value, readings: [], basis: 'computed' };
    if (figure !== null && agree(figure.value, computed)) return figure;
    if (figure !== null) findings.push(mismatch(key, readings, value, printedAgree));
    const keepPrinted = figure !== null && printedAgree;
    return { value: keepPrinted ? figure.value : value, readings: [...readings], basis: 'corrected' };
  };
  const parts: Record<Instrument, number | null> = { IIT: null, EIT: null, OIT: null };
  const instruments: Record<Instrument, Figure | null> = { IIT: null, EIT: null, OIT: null };
  for (const name of INSTRUMENTS) {
    const computed = instrumentScore(name, indicatorScore);
    const figure = settle(`instrument:${name}`, file.instruments[name], computed);
    instruments[name] = figure;
    // Unrounded where the indicators are known and believed, so that rounding happens once.
    parts[name] = figure === null || (computed !== null && agree(computed, figure.value)) ? computed : figure.value;
  }
  const overall = settle('overall', file.overall, overallScore(parts));
  return { instruments, overall, findings };
}

/** True if each total is printed with one value and the overall score follows from the three instruments. */
function printedTotalsAgree(file: ResultFile): boolean {
  const single = (readings: readonly Reading[]): number | null => {
    const [value, ...others] = differentValues(readings);
    return value === undefined || others.length > 0 ? null : value;
  };
  const { IIT, EIT, OIT } = file.instruments;
  const total = overallScore({ IIT: single(IIT), EIT: single(EIT), OIT: single(OIT) });
  const overall = single(file.overall);
  return total !== null && overall !== null && agree(total, overall);
}

function mismatch(key: string, readings: readonly Reading[], computed: number, keepPrinted: boolean): Finding {
  const name = figureName(key);
  const ours = formatScore(computed);
  return {
    code: 'sum-mismatch',
    about: key,
    says: `${name} ${saysText(readings)}`.slice(0, 500),
    where: whereText(readings),
    used: keepPrinted ? `${name} ตามที่พิมพ์` : `${name} ${ours} ที่คำนวณจากตัวชี้วัด`,
    why: keepPrinted
      ? `คำนวณจากตัวชี้วัดได้ ${ours} แต่คะแนนที่พิมพ์ของ IIT, EIT, OIT และคะแนนรวมเข้ากันทั้งหมด จึงน่าจะมีตัวชี้วัดที่พิมพ์ผิด โปรดตรวจกับต้นฉบับ`
      : `คำนวณจากตัวชี้วัดได้ ${ours} ต่างจากที่พิมพ์เกิน 0.02 โปรดตรวจกับต้นฉบับ`,
    needsConfirmation: true,
  };
}
