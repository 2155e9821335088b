import { thaiDate } from '../../thai-date.ts';
import type { Measure } from '../../measures/measure.ts';
import { dueDayOf, isLate, isSilent } from '../../measures/standing.ts';
import { clip } from '../../flex/clip.ts';
import { encodePostback } from '../postback.ts';
import type { Slots } from '../request.ts';
import { progressWords } from './measures.ts';

/** One measure in a list of work. */
export interface WorkRow {
  readonly text: string;
  readonly detail: string;
  readonly data: string;
  readonly said: string;
}

/** Which measure, as buttons name it. */
export type MeasureRef = Pick<Slots<'work_measure'>, 'measure' | 'year'>;

export function refOf({ fiscalYear: year, no: measure }: Pick<Measure, 'fiscalYear' | 'no'>): MeasureRef {
  return { measure, year };
}

/** Enough to recognise it. */
const TITLE_IN_ROW = 80;

export function workRow(measure: Measure, now: Date): WorkRow {
  const { no, fiscalYear, title } = measure;
  return {
    text: `${no}. ${clip(title, TITLE_IN_ROW)}`,
    detail: [dueWords(measure, now), progressWords(measure), `ปี ${fiscalYear}`].join(' · '),
    data: encodePostback('work_measure', refOf(measure)),
    said: `เปิดมาตรการที่ ${no} ปี ${fiscalYear}`,
  };
}

/** Until when, and whether that is over. */
export function dueWords(measure: Measure, now: Date): string {
  return `${isLate(measure, now) ? 'เลยกำหนด' : 'กำหนด'} ${dueDate(measure)}`;
}

/** The last day in words: `30 ก.ย. 2570`. */
export function dueDate(measure: Measure): string {
  return thaiDate(`${dueDayOf(measure)}T00:00:00+07:00`);
}

/** Late ones first, then those nobody has heard of, then by the day they are due. */
export function byUrgency(measures: readonly Measure[], now: Date): readonly Measure[] {
  const rank = (measure: Measure): number => (isLate(measure, now) ? 0 : isSilent(measure, now) ? 1 : 2);
  return measures.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      (dueDayOf(a) < dueDayOf(b) ? -1 : dueDayOf(a) > dueDayOf(b) ? 1 : 0) ||
      a.fiscalYear - b.fiscalYear ||
      a.no - b.no,
  );
}
