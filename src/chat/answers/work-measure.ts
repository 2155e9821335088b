import { measures } from '../../store/collections.ts';
import type { Answer, AnswerContext, NeedsStore } from '../answer.ts';
import { asOfficer, type Officer } from './as-officer.ts';
import { history } from './work/history.ts';
import { makeChange, setPercent } from './work/make-change.ts';
import { measureGone } from './work/measure-gone.ts';
import { undo } from './work/undo.ts';
import { actOf, type WorkSlots } from './work/work-act.ts';
import { workCard } from './work/work-card.ts';
import { askInput, takeInput } from './work/work-input.ts';

/** One measure for whoever works on it: where it stands, and every button that moves it. */
export const workMeasure: Answer<'work_measure'> = (slots, context) =>
  asOfficer(context, (officer) => {
    switch (slots.act) {
      case 'undo':
        return undo(slots, officer, context);
      case 'history':
        return history(slots, officer, context);
      case 'note':
      case 'picture':
      case 'percent':
      case 'stop':
        return context.input === undefined
          ? askInput(slots.act, null, slots, officer, context)
          : takeInput(slots.act, context.input, slots, officer, context);
      case undefined:
        if (slots.percent !== undefined) return setPercent(slots.percent, slots, officer, context);
        return look(slots, officer, context);
      default:
        return makeChange({ kind: slots.act }, ANYWAY[slots.act], slots, officer, context);
    }
  });

const ANYWAY = {
  start: 'เริ่มดำเนินการตามเดิม',
  done: 'ตั้งเป็นเสร็จแล้วตามเดิม',
  reopen: 'เปิดดำเนินการต่อตามเดิม',
} as const;

function look(slots: WorkSlots, officer: Officer, context: AnswerContext): NeedsStore {
  return {
    needs: 'store',
    finish: async ({ store }) => {
      const measure = await store.get(measures, actOf(slots, officer).measure);
      return measure ? workCard(measure, officer, context) : measureGone(context);
    },
  };
}
