import type { Measure } from '../../../measures/measure.ts';
import { readNote } from '../../../measures/read-note.ts';
import { changedSince, mayChange } from '../../../measures/update-measure.ts';
import { measures } from '../../../store/collections.ts';
import type { AnswerContext, Answered, Input, NeedsStore } from '../../answer.ts';
import type { Officer } from '../as-officer.ts';
import { askAbout, type AskedFor } from './ask-for.ts';
import { makeChange, setPercent } from './make-change.ts';
import { measureGone } from './measure-gone.ts';
import { readPercent } from './read-percent.ts';
import { REFUSAL_WORDS } from './refusal-words.ts';
import { NOT_YOURS, tellUpdated } from './tell-updated.ts';
import { actOf, type WorkSlots } from './work-act.ts';
import { workData } from './work-buttons.ts';
import { workCard } from './work-card.ts';

type Asked = Exclude<AskedFor, 'title'>;

/** Asks for what is missing to a change; or tells at once that somebody else has been quicker. */
export function askInput(
  what: Asked,
  wrong: string | null,
  slots: WorkSlots,
  officer: Officer,
  context: AnswerContext,
): NeedsStore {
  return {
    needs: 'store',
    finish: async ({ store }) => {
      const measure = await store.get(measures, actOf(slots, officer).measure);
      if (measure === undefined) return measureGone(context);
      if (!mayChange(officer.staff, measure)) return workCard(measure, officer, context, { words: NOT_YOURS });
      const seen = what === 'stop' || what === 'percent' ? slots.rev : undefined;
      if (seen === undefined || !changedSince(measure, seen, officer.staff))
        return askAbout(measure, what, wrong, officer, context);
      const label = what === 'stop' ? 'ยุติตามเดิม' : 'พิมพ์เปอร์เซ็นต์ตามเดิม';
      const anyway = { label, data: (now: Measure) => workData(now, { act: what, rev: now.revision }) };
      return tellUpdated({ kind: 'newer', measure }, { officer, context, store, seen, anyway });
    },
  };
}

/** Takes what was asked for, or says what is wrong with it and asks again. */
export function takeInput(
  what: Asked,
  input: Input,
  slots: WorkSlots,
  officer: Officer,
  context: AnswerContext,
): Answered {
  const again = (wrong: string): NeedsStore => askInput(what, wrong, slots, officer, context);
  if (input.kind === 'picture') {
    const wanted = { kind: 'picture', messageId: input.messageId } as const;
    return makeChange(wanted, '', { ...slots, rev: undefined }, officer, context);
  }
  switch (what) {
    case 'picture':
      return again('ยังไม่ใช่รูปภาพ กรุณาส่งรูป 1 รูป หรือแตะ “ยกเลิก” แล้วเลือก “บันทึกข้อความหรือรูป”');
    case 'percent': {
      const percent = readPercent(input.text);
      return percent === undefined ? again(REFUSAL_WORDS['bad-percent']) : setPercent(percent, slots, officer, context);
    }
    case 'stop':
      return makeChange({ kind: 'stop', reason: input.text }, 'ยุติตามเดิม (พิมพ์เหตุผลอีกครั้ง)', slots, officer, context);
    case 'note': {
      const note = readNote(input.text);
      if (note === 'empty') return again('ยังไม่มีข้อความ กรุณาพิมพ์บันทึก หรือส่งรูป 1 รูป');
      if (note === 'too-long') return again('ข้อความยาวเกินไป กรุณาย่อให้ไม่เกิน 1,000 ตัวอักษรแล้วส่งใหม่');
      return makeChange({ kind: 'note', note }, '', { ...slots, rev: undefined }, officer, context);
    }
  }
}
