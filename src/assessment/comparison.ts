import { INSTRUMENTS, type Assessment, type Figure, type Instrument } from './assessment.ts';
import { framework } from './framework.ts';
import { INDICATORS } from './indicators.ts';
import { roundHalfUp2 } from './round.ts';

/** One score in two years. Missing stays missing. */
export interface Change {
  readonly older: number | null;
  readonly newer: number | null;
  /** Newer minus older, two decimals; null if one of them is missing. */
  readonly change: number | null;
  readonly direction: 'up' | 'down' | 'same' | 'unknown';
}

export interface Comparison {
  readonly olderYear: number;
  readonly newerYear: number;
  readonly overall: Change;
  /** Printed levels; null where the report prints none. */
  readonly level: { readonly older: string | null; readonly newer: string | null };
  readonly instruments: Readonly<Record<Instrument, Change>>;
  /** All ten, by number. */
  readonly indicators: readonly (Change & { readonly no: number })[];
  /** Thai sentences on where the surveys of the two years differ; empty if they are the same as far as is confirmed. */
  readonly notes: readonly string[];
  /** The same about the names of levels, for whoever shows levels; scores can be compared all the same. */
  readonly levelNotes: readonly string[];
}

function valueOf(figure: Figure | null | undefined): number | null {
  return figure?.value ?? null;
}

/** What became of a score (0–100, null where missing). */
export function changeOf(from: number | null, to: number | null): Change {
  if (from === null || to === null) return { older: from, newer: to, change: null, direction: 'unknown' };
  const change = roundHalfUp2(to - from);
  return { older: from, newer: to, change, direction: change > 0 ? 'up' : change < 0 ? 'down' : 'same' };
}

/** The year in which the surveys were shortened. Confirmed counts: framework.ts. */
const SHORTER_SURVEYS = 2567;

function surveyNotes(older: number, newer: number): readonly string[] {
  if (older >= SHORTER_SURVEYS || newer < SHORTER_SURVEYS) return [];
  const counts = (['IIT', 'EIT'] as const).flatMap((instrument) => {
    const before = framework(older).itemCounts[instrument];
    const after = framework(newer).itemCounts[instrument];
    return before === null || after === null ? [] : [`${instrument} จาก ${before} เป็น ${after} ข้อ`];
  });
  const detail = counts.length === 0 ? '' : ` (${counts.join(' และ ')})`;
  return [`แบบวัด IIT และ EIT เปลี่ยนตั้งแต่ปี ${SHORTER_SURVEYS}${detail} จึงเทียบคะแนนกันได้โดยประมาณเท่านั้น`];
}

function levelNotes(older: number, newer: number): readonly string[] {
  const from = framework(older);
  const to = framework(newer);
  if (from.levels.kind === to.levels.kind) return [];
  return [`สองปีนี้ใช้เกณฑ์บอกระดับต่างกัน (${scaleWords(from)} / ${scaleWords(to)}) จึงไม่ควรเทียบชื่อระดับกันโดยตรง`];
}

function scaleWords({ fiscalYear, levels }: ReturnType<typeof framework>): string {
  const words = { letters: 'ตัวอักษร AA ถึง F', words: 'คำ เช่น ผ่านดี', 'as-printed': 'ตามที่พิมพ์ในรายงาน' };
  return `ปี ${fiscalYear} ${words[levels.kind]}`;
}

/** Two years side by side; handed in the wrong way round they are turned. */
export function compareYears(older: Assessment, newer: Assessment): Comparison {
  if (older.fiscalYear > newer.fiscalYear) return compareYears(newer, older);
  const score = (assessment: Assessment, no: number): number | null =>
    valueOf(assessment.indicators.find((indicator) => indicator.no === no)?.figure);
  const [IIT, EIT, OIT] = INSTRUMENTS.map((instrument) =>
    changeOf(valueOf(older.instruments[instrument]), valueOf(newer.instruments[instrument])),
  ) as [Change, Change, Change];
  return {
    olderYear: older.fiscalYear,
    newerYear: newer.fiscalYear,
    overall: changeOf(valueOf(older.overall), valueOf(newer.overall)),
    level: { older: older.level.printed, newer: newer.level.printed },
    instruments: { IIT, EIT, OIT },
    indicators: INDICATORS.map(({ no }) => ({ no, ...changeOf(score(older, no), score(newer, no)) })),
    notes: surveyNotes(older.fiscalYear, newer.fiscalYear),
    levelNotes: levelNotes(older.fiscalYear, newer.fiscalYear),
  };
}
