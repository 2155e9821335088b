import type { Assessment } from '../../assessment/assessment.ts';
import { indicatorOf } from '../../assessment/indicators.ts';
import { clip } from '../../flex/clip.ts';
import type { Measure } from '../../measures/measure.ts';
import { measuresOfPublished } from '../../measures/measures-of-published.ts';
import type { Knowledge } from '../answer.ts';
import { encodePostback } from '../postback.ts';

export interface MeasureRow {
  readonly no: number;
  readonly year: number;
  readonly title: string;
  readonly status: string;
  readonly data: string;
}

const STATUSES = {
  'not-started': 'ยังไม่เริ่ม',
  'under-way': 'กำลังดำเนินการ',
  done: 'ดำเนินการแล้ว',
  stopped: 'ยุติการดำเนินการ',
} as const;

/** Where a measure stands, in words; silence is told as silence and not as "not started". */
export function statusWords({ status, percent, progressAt }: Measure): string {
  const silent = progressAt === null && percent === null && status === 'not-started';
  return silent ? 'ยังไม่มีรายงานความคืบหน้า' : STATUSES[status];
}

/** The same with how far it has come, where somebody has said so. */
export function progressWords(measure: Measure): string {
  return measure.percent === null ? statusWords(measure) : `${statusWords(measure)} คืบหน้า ${measure.percent}%`;
}

/** Enough to recognise it; the measure's own card has the whole title. */
const TITLE_IN_ROW = 80;

export function measureRow(measure: Measure): MeasureRow {
  const { no, fiscalYear: year } = measure;
  return {
    no,
    year,
    title: clip(measure.title, TITLE_IN_ROW),
    status: `${progressWords(measure)} · ปี ${year}`,
    data: encodePostback('measure_progress', { measure: no, year }),
  };
}

/** Measures that may be shown: none that a result promised which is not published. In order of year and number. */
export function visibleMeasures({ measures, assessments }: Knowledge): readonly Measure[] {
  const published = assessments.map((assessment) => assessment.fiscalYear);
  return measuresOfPublished(measures, published).toSorted((a, b) => a.fiscalYear - b.fiscalYear || a.no - b.no);
}

/** What a result led to: promised in its report, or added by hand for the year after it. */
export function measuresAfter(knowledge: Knowledge, { fiscalYear }: Assessment): readonly Measure[] {
  return visibleMeasures(knowledge).filter((measure) =>
    measure.promisedIn === null ? measure.fiscalYear === fiscalYear + 1 : measure.promisedIn === fiscalYear,
  );
}

/** Of `measures` those that answer an indicator, directly or through one of its items. */
export function answeringIndicator(
  measures: readonly Measure[],
  no: number,
  items: Assessment['items'],
): readonly Measure[] {
  const codes = new Set(items.filter((item) => item.indicator === no).map((item) => item.code));
  return measures.filter((measure) => measure.indicators.includes(no) || measure.items.some((code) => codes.has(code)));
}

/** What a measure answers, in words: `ตัวชี้วัดที่ 8 การปรับปรุงระบบการทำงาน · ข้อ E11, E12`; null if nothing is recorded. */
export function answersWords({ indicators, items }: Measure): string | null {
  const parts = indicators.map((no) => `ตัวชี้วัดที่ ${no} ${indicatorOf(no)?.name ?? ''}`.trim());
  if (items.length > 0) parts.push(`ข้อ ${items.join(', ')}`);
  return parts.length === 0 ? null : parts.join(' · ');
}
