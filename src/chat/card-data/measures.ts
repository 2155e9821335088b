import type { Assessment } from '../../assessment/assessment.ts';
import { indicatorOf } from '../../assessment/indicators.ts';
import { clip } from '../../flex/clip.ts';
import { thaiDate } from '../../thai-date.ts';
import { measuresAfter } from '../../measures/answering.ts';
import type { Measure } from '../../measures/measure.ts';
import { STATUS_WORDS } from '../../measures/status-words.ts';
import { measuresOfPublished } from '../../measures/measures-of-published.ts';
import type { Knowledge } from '../answer.ts';
import { encodePostback } from '../postback.ts';

export interface MeasureRow {
  readonly no: number;
  readonly year: number;
  readonly title: string;
  readonly status: string;
  readonly data: string;
  /** What was said last, as written; null if nothing was. */
  readonly news: string | null;
}

/** Where a measure stands, in words; silence is told as silence and not as "not started". */
export function statusWords({ status, percent, progressAt }: Measure): string {
  const silent = progressAt === null && percent === null && status === 'not-started';
  return silent ? 'ยังไม่มีรายงานความคืบหน้า' : STATUS_WORDS[status];
}

/** The same with how far it has come, where somebody has said so. */
export function progressWords(measure: Measure): string {
  return measure.percent === null ? statusWords(measure) : `${statusWords(measure)} คืบหน้า ${measure.percent}%`;
}

/** Enough to recognise it; the measure's own card has the whole title. */
const TITLE_IN_ROW = 80;
const NEWS_IN_ROW = 120;

export function measureRow(measure: Measure): MeasureRow {
  const { no, fiscalYear: year } = measure;
  return {
    no,
    year,
    title: clip(measure.title, TITLE_IN_ROW),
    status: [progressWords(measure), `ปี ${year}`, ...latest(measure)].join(' · '),
    data: encodePostback('measure_progress', { measure: no, year }),
    news: measure.lastNote?.text ? clip(measure.lastNote.text, NEWS_IN_ROW) : null,
  };
}

/** When progress was last recorded, for whoever only sees the row. */
function latest({ progressAt }: Measure): readonly string[] {
  return progressAt === null ? [] : [`ล่าสุด ${thaiDate(progressAt)}`];
}

/** Measures that may be shown: none that a result promised which is not published. In order of year and number. */
export function visibleMeasures({ measures, assessments }: Knowledge): readonly Measure[] {
  const published = assessments.map((assessment) => assessment.fiscalYear);
  return measuresOfPublished(measures, published).toSorted((a, b) => a.fiscalYear - b.fiscalYear || a.no - b.no);
}

/** What a published result led to; what goes on as a measure of a later year is named once, as that. */
export function measuresAfterResult(knowledge: Knowledge, { fiscalYear }: Assessment): readonly Measure[] {
  const next = knowledge.assessments.find((assessment) => assessment.fiscalYear > fiscalYear)?.fiscalYear;
  return measuresAfter(visibleMeasures(knowledge), fiscalYear, next).filter(({ carriedTo }) => carriedTo === null);
}

/** What a measure answers, in words: `ตัวชี้วัดที่ 8 การปรับปรุงระบบการทำงาน · ข้อ E11, E12`; null if nothing is recorded. */
export function answersWords({ indicators, items }: Measure): string | null {
  const parts = indicators.map((no) => `ตัวชี้วัดที่ ${no} ${indicatorOf(no)?.name ?? ''}`.trim());
  if (items.length > 0) parts.push(`ข้อ ${items.join(', ')}`);
  return parts.length === 0 ? null : parts.join(' · ');
}
