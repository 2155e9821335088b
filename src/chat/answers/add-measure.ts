import { indicatorOf } from '../../assessment/indicators.ts';
import { addMeasure as add, type AddedMeasure } from '../../measures/add-measure.ts';
import { MAX_TITLE } from '../../measures/measure.ts';
import { writtenText } from '../../written-text.ts';
import type { Answer, AnswerContext, NeedsStore, Reply } from '../answer.ts';
import { encodePostback } from '../postback.ts';
import type { Slots } from '../request.ts';
import { asOfficer, type Officer } from './as-officer.ts';
import { askFor } from './work/ask-for.ts';
import { measureGone } from './work/measure-gone.ts';
import { workCard } from './work/work-card.ts';

type AddSlots = Slots<'add_measure'>;

/** A new measure for this fiscal year; its title comes as the next message. */
export const addMeasure: Answer<'add_measure'> = (slots, context) =>
  asOfficer(
    context,
    (officer) => {
      const { input } = context;
      if (input === undefined) return ask(null, slots, officer, context);
      if (input.kind !== 'words') return ask('ยังไม่ใช่ข้อความ กรุณาพิมพ์ชื่อมาตรการ', slots, officer, context);
      const title = writtenText(input.text).replaceAll(/\s*\n\s*/g, ' ');
      if (title === '') return ask('ยังไม่มีชื่อ กรุณาพิมพ์ชื่อมาตรการ', slots, officer, context);
      return title.length > MAX_TITLE
        ? ask(`ชื่อยาวเกินไป กรุณาย่อให้ไม่เกิน ${MAX_TITLE} ตัวอักษรแล้วส่งใหม่`, slots, officer, context)
        : take(title, slots, officer, context);
    },
    'manager',
  );

function ask(wrong: string | null, slots: AddSlots, officer: Officer, context: AnswerContext): Reply {
  const answers = answered(slots, context);
  const about = [
    ...answers.items.map((code) => `ตอบจุดอ่อนข้อ ${code}`),
    ...answers.indicators.map((no) => `ตัวชี้วัดที่ ${no} ${indicatorOf(no)?.name ?? ''}`.trim()),
    `ปีงบประมาณ ${context.currentFiscalYear}`,
  ].join(' · ');
  const cancel = encodePostback('measure_board', {});
  return askFor({ what: 'title', about, wrong, quick: [], cancel }, { intent: 'add_measure', slots }, officer, context);
}

function take(title: string, slots: AddSlots, officer: Officer, context: AnswerContext): NeedsStore {
  const { id: userId, eventId, eventMs: atMs } = officer;
  const fiscalYear = context.currentFiscalYear;
  const added: AddedMeasure = {
    fiscalYear,
    title,
    steps: [],
    ...answered(slots, context),
    owner: null,
    period: null,
    followUp: null,
  };
  const numbers = context.knowledge.measures.flatMap((known) => (known.fiscalYear === fiscalYear ? [known.no] : []));
  return {
    needs: 'store',
    finish: async ({ store }) => {
      const outcome = await add(store, { userId, eventId, atMs }, added, Math.max(0, ...numbers) + 1);
      switch (outcome.kind) {
        case 'gone':
          return measureGone(context, true);
        case 'no-number-left':
          return { ...ask('ปีนี้มีครบ 99 มาตรการแล้ว จึงเพิ่มไม่ได้', slots, officer, context), waitFor: null };
        case 'added':
          return workCard(outcome.measure, officer, context, {
            words: 'เพิ่มมาตรการแล้ว ประชาชนเห็นได้ทันที ขั้นต่อไปคือมอบหมายและกำหนดวันเสร็จ',
            undo: outcome.measure.lastChange?.entry === eventId,
          });
      }
    },
  };
}

/** What the newest result says about the indicator or item; one that it does not know is left out. */
function answered(
  { indicator, code }: AddSlots,
  { knowledge }: AnswerContext,
): Pick<AddedMeasure, 'indicators' | 'items'> {
  const item = knowledge.assessments.at(-1)?.items.find((one) => one.code === code);
  if (item) return { indicators: [item.indicator], items: [item.code] };
  return { indicators: indicator !== undefined && indicatorOf(indicator) ? [indicator] : [], items: [] };
}
