import { dayOf } from '../../bangkok-time.ts';
import { thaiDate } from '../../thai-date.ts';
import { daysOfYear, doubtsAbout, type DayDoubt } from '../../measures/due-day.ts';
import { measureId, type Measure } from '../../measures/measure.ts';
import { dueDayOf } from '../../measures/standing.ts';
import { updateMeasure } from '../../measures/update-measure.ts';
import { measures } from '../../store/collections.ts';
import type { Answer, AnswerContext, NeedsStore, Reply } from '../answer.ts';
import { dueWords, refOf } from '../card-data/work.ts';
import { encodePostback } from '../postback.ts';
import type { Slots } from '../request.ts';
import { asOfficer, type Officer } from './as-officer.ts';
import { personalReply } from './card-reply.ts';
import { measureGone } from './work/measure-gone.ts';
import { tellUpdated } from './work/tell-updated.ts';
import { workData } from './work/work-buttons.ts';

type DueSlots = Slots<'measure_due'>;

/** Until when a measure is to be done: a day from LINE's date picker; a doubtful one is questioned once. */
export const measureDue: Answer<'measure_due'> = (slots, context) =>
  asOfficer(
    context,
    (officer) => {
      const day = slots.none === true ? null : (context.date ?? slots.day);
      return day === undefined ? pick(slots, officer, context) : setDay(day, slots, officer, context);
    },
    'manager',
  );

function pick({ measure: no, year: fiscalYear }: DueSlots, officer: Officer, context: AnswerContext): NeedsStore {
  return {
    needs: 'store',
    finish: async ({ store }) => {
      const measure = await store.get(measures, measureId({ fiscalYear, no }));
      return measure ? picker(measure, officer, context) : measureGone(context);
    },
  };
}

function picker(measure: Measure, { eventMs }: Officer, context: AnswerContext): Reply {
  const now = new Date(eventMs);
  const seen = { ...refOf(measure), rev: measure.revision };
  const { min, max } = pickable(measure, dayOf(now));
  const due = dueDayOf(measure);
  return personalReply(context, 'measure-due', {
    no: measure.no,
    year: measure.fiscalYear,
    title: measure.title,
    due: dueWords(measure, now),
    data: encodePostback('measure_due', seen),
    initial: due < min ? min : due > max ? max : due,
    min,
    max,
    none: measure.dueDate === null ? null : encodePostback('measure_due', { ...seen, none: true }),
    yearEnd: `${daysOfYear(measure.fiscalYear).last}T00:00:00+07:00`,
    look: workData(measure, {}),
  });
}

/** The days the picker offers: the measure's fiscal year, a year from today either way, and whatever is due now. */
function pickable(measure: Measure, today: string): { readonly min: string; readonly max: string } {
  const { first, last } = daysOfYear(measure.fiscalYear);
  const due = dueDayOf(measure);
  const days = [first, last, due, yearsFrom(today, -1), yearsFrom(today, 1)].sort();
  return { min: days[0] ?? first, max: days.at(-1) ?? last };
}

/** The same day so many years on; 29 February becomes 28. */
function yearsFrom(day: string, years: number): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(year) + years}-${month}-${month === '02' && date === '29' ? '28' : date}`;
}

function setDay(day: string | null, slots: DueSlots, officer: Officer, context: AnswerContext): NeedsStore {
  const { measure: no, year: fiscalYear, rev: seen, sure = false } = slots;
  const { id: userId, eventId, eventMs: atMs } = officer;
  // Who was asked whether a day is right has said yes to that day, and not to one picked since.
  const isSure = sure && context.date === undefined;
  return {
    needs: 'store',
    finish: async ({ store }) => {
      const act = { userId, eventId, atMs, measure: measureId({ fiscalYear, no }), seen };
      const updated = await updateMeasure(store, act, 'manager', { kind: 'due', day, sure: isSure });
      if (updated.kind === 'refused' && updated.reason === 'ask-day' && day !== null)
        return question(updated.measure, day, officer, context);
      const anyway = {
        label: day === null ? 'ใช้วันสิ้นปีงบประมาณตามเดิม' : `กำหนดเสร็จ ${inWords(day)} ตามเดิม`,
        data: (now: Measure): string =>
          encodePostback('measure_due', {
            ...refOf(now),
            rev: now.revision,
            ...(day === null ? { none: true } : { day, ...(isSure ? { sure: true } : {}) }),
          }),
      };
      return tellUpdated(updated, { officer, context, store, seen, anyway });
    },
  };
}

const DOUBTS: { readonly [D in DayDoubt]: (measure: Measure) => string } = {
  past: () => 'วันที่นี้ผ่านไปแล้ว',
  'outside-year': ({ fiscalYear }) =>
    `วันที่นี้อยู่นอกปีงบประมาณ ${fiscalYear} (${inWords(daysOfYear(fiscalYear).first)} ถึง ${inWords(daysOfYear(fiscalYear).last)})`,
};

function question(measure: Measure, day: string, { eventMs }: Officer, context: AnswerContext): Reply {
  const seen = { ...refOf(measure), rev: measure.revision };
  return personalReply(context, 'work-sure', {
    title: `กำหนดเสร็จ ${inWords(day)} ใช่ไหม`,
    about: `มาตรการที่ ${measure.no} ${measure.title}`,
    says: doubtsAbout(day, measure.fiscalYear, dayOf(new Date(eventMs))).map((doubt) => DOUBTS[doubt](measure)),
    yes: { label: 'ใช่ ใช้วันนี้', data: encodePostback('measure_due', { ...seen, day, sure: true }) },
    no: { label: 'เลือกวันใหม่', data: encodePostback('measure_due', seen) },
    back: workData(measure, {}),
  });
}

function inWords(day: string): string {
  return thaiDate(`${day}T00:00:00+07:00`);
}
