import {
  AssessmentSchema,
  INSTRUMENTS,
  type Assessment,
  type Figure,
  type Item,
} from '../../src/assessment/assessment.ts';
import { INDICATORS } from '../../src/assessment/indicators.ts';
import { expectedLevel } from '../../src/assessment/levels.ts';
import { roundHalfUp2 } from '../../src/assessment/round.ts';
import { instrumentScore, overallScore } from '../../src/assessment/scores.ts';

/** Indicators 1–10 of the example agency's published result of fiscal year 2565. */
export const SEED_SCORES: readonly number[] = [98.17, 98.93, 99.11, 92.88, 94.06, 94.45, 93.31, 92.59, 100, 100];

/** A score that stands in the report once. */
export function printed(value: number): Figure {
  return { value, readings: [{ value, where: 'ตาราง 1' }], basis: 'printed' };
}

export function item(code: string, indicator: number, score: number | null, more: Partial<Item> = {}): Item {
  const figure = score === null ? null : printed(score);
  return { code, indicator, figure, weak: true, advice: null, doubtful: false, ...more };
}

export interface Given {
  readonly fiscalYear?: number;
  /** Indicators 1–10; null where the report gives none. */
  readonly scores?: readonly (number | null)[];
  readonly items?: readonly Item[];
}

/** An assessment whose totals follow from its indicators. */
export function assessment({ fiscalYear = 2565, scores = SEED_SCORES, items = [] }: Given = {}): Assessment {
  const scoreOf = (no: number): number | null => scores[no - 1] ?? null;
  const means = Object.fromEntries(INSTRUMENTS.map((name) => [name, instrumentScore(name, scoreOf)])) as Record<
    'IIT' | 'EIT' | 'OIT',
    number | null
  >;
  const total = overallScore(means);
  const figure = (value: number | null): Figure | null => (value === null ? null : printed(roundHalfUp2(value)));
  return AssessmentSchema.parse({
    fiscalYear,
    agencyName: 'องค์การบริหารส่วนตำบลตัวอย่าง',
    source: { title: `รายงานปี ${fiscalYear}`, url: null },
    overall: figure(total),
    level: { printed: null, expected: expectedLevel(fiscalYear, { overall: total, instruments: means }) },
    instruments: { IIT: figure(means.IIT), EIT: figure(means.EIT), OIT: figure(means.OIT) },
    indicators: INDICATORS.map(({ no }) => ({ no, figure: figure(scoreOf(no)) })),
    items: [...items],
    findings: [],
  });
}
