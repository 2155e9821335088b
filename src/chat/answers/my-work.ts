import { divisionName } from '../../agency/division.ts';
import { isLate, isOpen, isWorkOf } from '../../measures/standing.ts';
import type { Answer } from '../answer.ts';
import { pageOf } from '../card-data/page-of.ts';
import { byUrgency, workRow } from '../card-data/work.ts';
import { encodePostback } from '../postback.ts';
import { asOfficer } from './as-officer.ts';
import { workList } from './work/work-list.ts';

/** Measures on one card. */
const ROWS = 8;

/** "งานของฉัน": the measures of one's own division and those that are everybody's, late ones first. No read. */
export const myWork: Answer<'my_work'> = ({ done = false, page }, context) =>
  asOfficer(context, ({ staff, eventMs }) => {
    const now = new Date(eventMs);
    const mine = context.knowledge.measures.filter(
      (measure) => isWorkOf(measure, staff.division) && measure.carriedTo === null,
    );
    const [open, closed] = [mine.filter(isOpen), mine.filter((measure) => !isOpen(measure))];
    const late = open.filter((measure) => isLate(measure, now)).length;
    const chosen = done ? closed.toReversed() : byUrgency(open, now);
    const shown = pageOf(chosen, page, ROWS, 'มาตรการ', (next) =>
      encodePostback('my_work', { ...(done ? { done } : {}), page: next }),
    );
    const whose = divisionName(context.knowledge.agency, staff.division);
    return workList(context, staff, {
      title: done ? 'งานที่เสร็จหรือยุติแล้ว' : 'งานของฉัน',
      about: whose,
      note: !done && late > 0 ? `เลยกำหนดแล้ว ${late} มาตรการ` : null,
      none: done ? 'ยังไม่มีมาตรการที่เสร็จหรือยุติ' : 'ไม่มีมาตรการที่ต้องดำเนินการ',
      rows: shown.rows.map((measure) => workRow(measure, now)),
      more: shown.more,
      total: shown.total,
      source: null,
      other: done
        ? { label: 'งานที่ต้องทำ', data: encodePostback('my_work', {}) }
        : { label: `เสร็จหรือยุติแล้ว (${closed.length})`, data: encodePostback('my_work', { done: true }) },
    });
  });
