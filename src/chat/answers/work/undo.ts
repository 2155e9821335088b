import { measureId } from '../../../measures/measure.ts';
import { undoLast } from '../../../measures/undo-last.ts';
import type { AnswerContext, NeedsStore } from '../../answer.ts';
import { whatWords } from '../../card-data/progress.ts';
import type { Slots } from '../../request.ts';
import type { Officer } from '../as-officer.ts';
import { measureGone } from './measure-gone.ts';
import { NOT_UNDONE_WORDS } from './refusal-words.ts';
import { tellNewer } from './tell-newer.ts';
import { workData } from './work-buttons.ts';
import { workCard } from './work-card.ts';

/** Takes back one's own last change, or says why that cannot be done and what has happened since. */
export function undo(slots: Slots<'work_measure'>, officer: Officer, context: AnswerContext): NeedsStore {
  const { id: userId, eventId, eventMs: atMs } = officer;
  const { measure: no, year: fiscalYear, rev: seen } = slots;
  return {
    needs: 'store',
    finish: async (desk) => {
      const act = { userId, eventId, atMs, measure: measureId({ fiscalYear, no }), seen };
      const outcome = await undoLast(desk.store, act);
      switch (outcome.kind) {
        case 'gone':
          return measureGone(context);
        case 'removed':
          return measureGone(context, true);
        case 'undone': {
          const what = whatWords(outcome.undone, context.knowledge.agency);
          return workCard(outcome.measure, officer, context, { words: `ยกเลิกแล้ว: ${what} ทุกอย่างกลับเป็นอย่างเดิม` });
        }
        case 'not-undone': {
          const { measure, reason } = outcome;
          const words = NOT_UNDONE_WORDS[reason];
          if (reason !== 'changed-since') return workCard(measure, officer, context, { words });
          const look = { label: 'ดูมาตรการนี้', data: workData(measure, {}) };
          return tellNewer(measure, { context, store: desk.store, seen, words, on: look });
        }
      }
    },
  };
}
