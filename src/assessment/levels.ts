import type { Instrument } from './assessment.ts';
import { INSTRUMENTS } from './assessment.ts';
import { roundHalfUp2 } from './round.ts';

/** One step of a scale of results. */
export interface Level {
  readonly name: string;
  /** Overall score it starts at, 0–100. */
  readonly min: number;
  /** Highest overall score of the level, two decimals. */
  readonly max: number;
  /** Score that each of IIT, EIT and OIT must reach as well; null if there is no such condition. */
  readonly eachInstrument: number | null;
  /** What it takes, one Thai sentence. */
  readonly meaning: string;
}

export interface LevelScale {
  /** `as-printed`: no rule is confirmed for the year, only what the document prints counts; `levels` is empty. */
  readonly kind: 'letters' | 'words' | 'as-printed';
  /** Best first. */
  readonly levels: readonly Level[];
  /** False if the scale is carried over from earlier years and has not been seen in use in this one. */
  readonly confirmed: boolean;
  /** One Thai sentence for the card about levels. */
  readonly note: string;
}

const letter = (name: string, min: number, max: number): Level => ({
  name,
  min,
  max,
  eachInstrument: null,
  meaning: `คะแนนรวม ${min.toFixed(2)}–${max.toFixed(2)}`,
});

/** Bands printed in the national results of fiscal years 2564 and 2565; they also reproduce those of 2563. */
const LETTERS: readonly Level[] = [
  letter('AA', 95, 100),
  letter('A', 85, 94.99),
  letter('B', 75, 84.99),
  letter('C', 65, 74.99),
  letter('D', 55, 64.99),
  letter('E', 50, 54.99),
  letter('F', 0, 49.99),
];

/** Seen in use for fiscal years 2567 and 2568, e.g. 94.64 with EIT under 85 is only ผ่าน. */
const WORDS: readonly Level[] = [
  {
    name: 'ผ่านดีเยี่ยม',
    min: 95,
    max: 100,
    eachInstrument: 95,
    meaning: 'คะแนนรวม 95.00 ขึ้นไป และ IIT, EIT, OIT ได้ 95.00 ขึ้นไปทุกแบบวัด',
  },
  {
    name: 'ผ่านดี',
    min: 85,
    max: 100,
    eachInstrument: 85,
    meaning: 'คะแนนรวม 85.00 ขึ้นไป และ IIT, EIT, OIT ได้ 85.00 ขึ้นไปทุกแบบวัด',
  },
  {
    name: 'ผ่าน',
    min: 85,
    max: 100,
    eachInstrument: null,
    meaning: 'คะแนนรวม 85.00 ขึ้นไป แต่ IIT, EIT หรือ OIT บางแบบวัดต่ำกว่า 85.00',
  },
  {
    name: 'ต้องปรับปรุง',
    min: 70,
    max: 84.99,
    eachInstrument: null,
    meaning: 'คะแนนรวม 70.00–84.99',
  },
  {
    name: 'ต้องปรับปรุงโดยด่วน',
    min: 0,
    max: 69.99,
    eachInstrument: null,
    meaning: 'คะแนนรวมต่ำกว่า 70.00',
  },
];

/** The scale of results of a fiscal year (Buddhist era): letters 2563–2565, words from 2567, otherwise as printed. */
export function levelScale(fiscalYear: number): LevelScale {
  if (fiscalYear >= 2563 && fiscalYear <= 2565) {
    return {
      kind: 'letters',
      levels: LETTERS,
      confirmed: true,
      note: `ปีงบประมาณ ${fiscalYear} บอกระดับเป็นตัวอักษร AA ถึง F ตามคะแนนรวม`,
    };
  }
  if (fiscalYear >= 2567) {
    const confirmed = fiscalYear <= 2568;
    return {
      kind: 'words',
      levels: WORDS,
      confirmed,
      note: confirmed
        ? `ปีงบประมาณ ${fiscalYear} บอกระดับเป็นคำ และดูคะแนนของแต่ละแบบวัดด้วย`
        : `ปีงบประมาณ ${fiscalYear} ใช้ระดับตามที่ประกาศ เกณฑ์ที่แสดงเป็นเกณฑ์ที่ใช้ในปี 2567 และ 2568`,
    };
  }
  return {
    kind: 'as-printed',
    levels: [],
    confirmed: false,
    note: `ปีงบประมาณ ${fiscalYear} แสดงระดับตามที่พิมพ์ในรายงาน`,
  };
}

/** Scores as shown (0–100); null where missing. */
export interface LevelScores {
  readonly overall: number | null;
  readonly instruments: Readonly<Record<Instrument, number | null>>;
}

/**
 * The level that follows from the scores by the rules of the year, applied to scores rounded to two decimals. Null if
 * the year has no confirmed rule, or if a score that decides is missing.
 */
export function expectedLevel(fiscalYear: number, { overall, instruments }: LevelScores): string | null {
  if (overall === null) return null;
  const total = roundHalfUp2(overall);
  const parts = INSTRUMENTS.map((instrument) => {
    const score = instruments[instrument];
    return score === null ? null : roundHalfUp2(score);
  });
  for (const level of levelScale(fiscalYear).levels) {
    if (total < level.min) continue;
    const bar = level.eachInstrument;
    if (bar === null) return level.name;
    if (parts.some((part) => part !== null && part < bar)) continue;
    return parts.includes(null) ? null : level.name;
  }
  return null;
}

/** The level of that name on any scale (letters in either case, spaces ignored); undefined for words that are no level. */
export function levelMeaning(name: string): (Level & { readonly kind: 'letters' | 'words' }) | undefined {
  const wanted = name.replaceAll(/\s/g, '').toUpperCase();
  const letterLevel = LETTERS.find((level) => level.name === wanted);
  if (letterLevel !== undefined) return { ...letterLevel, kind: 'letters' };
  const wordLevel = WORDS.find((level) => level.name === wanted);
  return wordLevel === undefined ? undefined : { ...wordLevel, kind: 'words' };
}
