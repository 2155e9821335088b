import { hasNoOwner, isLate, isOpen, isSilent } from '../../measures/standing.ts';
import type { Measure } from '../../measures/measure.ts';
import { uncoveredWeaknesses } from '../../measures/uncovered-weaknesses.ts';
import { STATUS_WORDS } from '../../measures/status-words.ts';
import type { Answer, AnswerContext } from '../answer.ts';
import { pageOf } from '../card-data/page-of.ts';
import { sourceOf } from '../card-data/source.ts';
import { weaknessPage } from '../card-data/weakness.ts';
import { byUrgency, workRow, type WorkRow } from '../card-data/work.ts';
import { encodePostback } from '../postback.ts';
import { BOARD_LISTS, type Slots } from '../request.ts';
import { asOfficer, type Officer } from './as-officer.ts';
import { personalReply } from './card-reply.ts';
import { workList } from './work/work-list.ts';

type List = NonNullable<Slots<'measure_board'>['list']>;

/** Rows on one card. */
const ROWS = 8;

const NAMES: { readonly [L in List]: string } = {
  late: 'เลยกำหนด',
  uncovered: 'จุดอ่อนที่ยังไม่มีมาตรการ',
  'no-owner': 'ยังไม่มีผู้รับผิดชอบ',
  silent: 'ไม่มีความคืบหน้า 30 วัน',
  ...STATUS_WORDS,
};

/** "กระดานมาตรการ": what needs a manager first, then where everything stands; each list behind its count. No read. */
export const measureBoard: Answer<'measure_board'> = ({ list, page }, context) =>
  asOfficer(
    context,
    (officer) => {
      const now = new Date(officer.eventMs);
      if (list === 'uncovered') return uncovered(page, officer, context);
      if (list !== undefined) return measureList(list, page, officer, context);
      const counts = BOARD_LISTS.map((name) => ({
        name: NAMES[name],
        count: name === 'uncovered' ? weaknesses(context).length : inList(name, context, now).length,
        unit: name === 'uncovered' ? 'เรื่อง' : 'มาตรการ',
        data: encodePostback('measure_board', { list: name }),
      }));
      return personalReply(context, 'measure-board', {
        rows: counts.filter(({ count }) => count > 0),
        none: counts.filter(({ count }) => count === 0).map(({ name }) => name),
        total: context.knowledge.measures.filter(({ carriedTo }) => carriedTo === null).length,
      });
    },
    'manager',
  );

function inList(list: Exclude<List, 'uncovered'>, { knowledge }: AnswerContext, now: Date): readonly Measure[] {
  const all = knowledge.measures.filter(({ carriedTo }) => carriedTo === null);
  switch (list) {
    case 'late':
      return byUrgency(
        all.filter((measure) => isLate(measure, now)),
        now,
      );
    case 'no-owner':
      return byUrgency(
        all.filter((measure) => isOpen(measure) && hasNoOwner(measure)),
        now,
      );
    case 'silent':
      return byUrgency(
        all.filter((measure) => isSilent(measure, now)),
        now,
      );
    case 'not-started':
    case 'under-way':
      return byUrgency(
        all.filter(({ status }) => status === list),
        now,
      );
    case 'done':
    case 'stopped':
      return all.filter(({ status }) => status === list).toReversed();
  }
}

function measureList(
  list: Exclude<List, 'uncovered'>,
  page: number | undefined,
  { staff, eventMs }: Officer,
  context: AnswerContext,
) {
  const now = new Date(eventMs);
  const shown = pageOf(inList(list, context, now), page, ROWS, 'มาตรการ', (next) =>
    encodePostback('measure_board', { list, page: next }),
  );
  return workList(context, staff, {
    title: NAMES[list],
    about: 'กระดานมาตรการ',
    note: null,
    none: 'ไม่มีมาตรการในรายการนี้',
    rows: shown.rows.map((measure) => workRow(measure, now)),
    more: shown.more,
    total: shown.total,
    source: null,
    other: { label: 'กระดานมาตรการ', data: encodePostback('measure_board', {}) },
  });
}

function weaknesses({ knowledge }: AnswerContext) {
  const newest = knowledge.assessments.at(-1);
  return newest === undefined ? [] : uncoveredWeaknesses(newest, knowledge.measures);
}

/** Each leads to adding a measure for it. */
function uncovered(page: number | undefined, { staff }: Officer, context: AnswerContext) {
  const newest = context.knowledge.assessments.at(-1);
  const shown = pageOf(weaknesses(context), page, ROWS, 'เรื่อง', (next) =>
    encodePostback('measure_board', { list: 'uncovered', page: next }),
  );
  const rows = shown.rows.flatMap((weakness): readonly WorkRow[] => {
    if (newest === undefined) return [];
    const { name, short } = weaknessPage(weakness, newest, context.knowledge);
    const { item, indicator } = weakness;
    const answers = item === null ? (indicator === null ? {} : { indicator }) : { code: item };
    return [
      {
        text: name,
        detail: `${weakness.reason} · แตะเพื่อเพิ่มมาตรการ`,
        data: encodePostback('add_measure', answers),
        said: `เพิ่มมาตรการ ${short}`,
      },
    ];
  });
  return workList(context, staff, {
    title: NAMES.uncovered,
    about: newest === undefined ? 'ยังไม่มีผลประเมิน' : `ผลประเมินปีงบประมาณ ${newest.fiscalYear}`,
    note: null,
    none: 'จุดอ่อนทุกเรื่องมีมาตรการแล้ว',
    rows,
    more: shown.more,
    total: shown.total,
    source: newest === undefined ? null : sourceOf(newest),
    other: { label: 'เพิ่มมาตรการเรื่องอื่น', data: encodePostback('add_measure', {}) },
  });
}
