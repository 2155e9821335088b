import type { Assessment, Figure, Instrument } from '../../assessment/assessment.ts';
import { indicatorOf } from '../../assessment/indicators.ts';
import { encodePostback } from '../postback.ts';
import { indicatorFigure } from './indicators.ts';

/** What is followed over the years: an indicator, an instrument, or with neither the overall score. */
export interface Subject {
  readonly indicator?: number | undefined;
  readonly instrument?: Instrument | undefined;
}

export function subjectName({ indicator, instrument }: Subject): string {
  if (indicator !== undefined) return `ตัวชี้วัดที่ ${indicator} ${indicatorOf(indicator)?.name ?? ''}`.trim();
  return instrument === undefined ? 'คะแนนรวม' : `คะแนน ${instrument}`;
}

export function subjectFigure({ indicator, instrument }: Subject, assessment: Assessment): Figure | null {
  if (indicator !== undefined) return indicatorFigure(assessment, indicator);
  return instrument === undefined ? assessment.overall : assessment.instruments[instrument];
}

/** Postback data that shows it in one year. */
export function subjectRequest({ indicator, instrument }: Subject, year: number): string {
  if (indicator !== undefined) return encodePostback('indicator_score', { indicator, year });
  return instrument === undefined
    ? encodePostback('overall_score', { year })
    : encodePostback('instrument_score', { instrument, year });
}
