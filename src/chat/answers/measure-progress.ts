import type { Answer } from '../answer.ts';
import { visibleMeasures } from '../card-data/measures.ts';
import { measures } from './measures.ts';
import { oneMeasure } from './one-measure.ts';

/** "มาตรการที่ 1 คืบหน้าแค่ไหน"; without a number, or with one that does not exist, the list with its states. */
export const measureProgress: Answer<'measure_progress'> = ({ measure: no, year, year_rel }, context) => {
  const same = visibleMeasures(context.knowledge).filter((measure) => measure.no === no);
  const found =
    year === undefined
      ? same.at(-1)
      : (same.find((measure) => measure.fiscalYear === year) ?? same.find((measure) => measure.promisedIn === year));
  if (found) return oneMeasure(found, context);
  const asked = year === undefined ? {} : { year };
  const list = { ...asked, ...(year_rel === undefined ? {} : { year_rel }) };
  return measures(list, context, no === undefined ? null : `ไม่พบมาตรการที่ ${no} จึงแสดงมาตรการที่มี`);
};
