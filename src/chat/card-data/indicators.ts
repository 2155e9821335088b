import type { Assessment, Figure } from '../../assessment/assessment.ts';
import { indicatorOf } from '../../assessment/indicators.ts';
import { shown, type Shown } from './figure.ts';

export interface IndicatorRow extends Shown {
  /** 1–10. */
  readonly no: number;
  readonly name: string;
}

export function indicatorFigure({ indicators }: Assessment, no: number): Figure | null {
  return indicators.find((indicator) => indicator.no === no)?.figure ?? null;
}

export function indicatorRow(assessment: Assessment, no: number): IndicatorRow {
  return { no, name: indicatorOf(no)?.name ?? '', ...shown(indicatorFigure(assessment, no)) };
}
