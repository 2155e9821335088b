import type { Measure } from '../../measures/measure.ts';
import { dueDayOf, isLate } from '../../measures/standing.ts';

/** A measure as one line of a digest. */
export interface MeasureLine {
  readonly no: number;
  readonly year: number;
  readonly title: string;
  /** `2026-09-30`. */
  readonly due: string;
  readonly late: boolean;
  /** On a line of its own: `\nคืบหน้า 50%`, or nothing. */
  readonly progress: string;
}

export function measureLine(measure: Measure, now: Date): MeasureLine {
  const { no, fiscalYear, title, percent } = measure;
  const progress = percent === null ? '' : `\nคืบหน้า ${percent}%`;
  return { no, year: fiscalYear, title, due: dueDayOf(measure), late: isLate(measure, now), progress };
}

/** Names it as long as nothing about its day has changed: `2570.3.2026-12-31!`, with `!` if it is late. */
export function dueName({ year, no, due, late }: MeasureLine): string {
  return `${year}.${no}.${due}${late ? '!' : ''}`;
}

/** Late ones first, then what is due sooner. */
export function byUrgency(a: MeasureLine, b: MeasureLine): number {
  return Number(b.late) - Number(a.late) || (a.due < b.due ? -1 : Number(a.due > b.due));
}
