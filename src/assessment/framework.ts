import { INSTRUMENTS, type Instrument } from './assessment.ts';
import { INDICATORS, type Indicator } from './indicators.ts';
import { INSTRUMENT_INFO, type InstrumentInfo } from './instruments.ts';
import { levelScale, type LevelScale } from './levels.ts';

/** Score every agency should reach. Source: national results of fiscal years 2564–2568. */
export const TARGET = 85;

/** How the ITA of one fiscal year works. Where something is not confirmed, say nothing or say so. */
export interface Framework {
  readonly fiscalYear: number;
  readonly indicators: readonly Indicator[];
  readonly instruments: readonly InstrumentInfo[];
  /** True for 2563–2566, where published results prove the weights; later years are computed with the same, unproven. */
  readonly weightsConfirmed: boolean;
  /** Confirmed number of items, null where it is not confirmed. */
  readonly itemCounts: Readonly<Record<Instrument, number | null>>;
  readonly levels: LevelScale;
  readonly target: number;
}

const UNKNOWN = { IIT: null, EIT: null, OIT: null };
const ITEM_COUNTS: ReadonlyMap<number, Framework['itemCounts']> = new Map([
  [2564, { IIT: 30, EIT: 15, OIT: 43 }],
  [2565, { IIT: 30, EIT: 15, OIT: 43 }],
  [2567, { IIT: 15, EIT: 9, OIT: null }],
]);

/** The framework of a fiscal year (Buddhist era). */
export function framework(fiscalYear: number): Framework {
  return {
    fiscalYear,
    indicators: INDICATORS,
    instruments: INSTRUMENTS.map((instrument) => INSTRUMENT_INFO[instrument]),
    weightsConfirmed: fiscalYear >= 2563 && fiscalYear <= 2566,
    itemCounts: ITEM_COUNTS.get(fiscalYear) ?? UNKNOWN,
    levels: levelScale(fiscalYear),
    target: TARGET,
  };
}

/** Items per indicator, by letter: confirmed for the years listed. */
const PER_INDICATOR: ReadonlyMap<number, { readonly I: number; readonly E: number }> = new Map([
  [2564, { I: 6, E: 5 }],
  [2565, { I: 6, E: 5 }],
  [2567, { I: 3, E: 3 }],
]);

/**
 * The indicator 1–10 that an item code belongs to in that year, also for items whose topic is not confirmed.
 * Undefined if there is no such item or the year's numbering is not confirmed.
 */
export function indicatorOfItem(fiscalYear: number, code: string): number | undefined {
  const [, letter, digits] = /^([IEO])([1-9]\d?)$/.exec(code) ?? [];
  const number = Number(digits);
  const per = PER_INDICATOR.get(fiscalYear);
  if (letter === undefined || per === undefined) return undefined;
  if (letter === 'I') return number <= per.I * 5 ? Math.ceil(number / per.I) : undefined;
  if (letter === 'E') return number <= per.E * 3 ? 5 + Math.ceil(number / per.E) : undefined;
  if (fiscalYear > 2565 || number > 43) return undefined;
  return number <= 33 ? 9 : 10;
}
