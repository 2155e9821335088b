import { pictureIdOf } from '../../../measures/pictures/picture.ts';
import { updateMeasure, type Wanted } from '../../../measures/update-measure.ts';
import type { AnswerContext, NeedsStore } from '../../answer.ts';
import type { Officer } from '../as-officer.ts';
import { askAbout } from './ask-for.ts';
import { askWhetherDone } from './ask-whether-done.ts';
import { REFUSAL_WORDS } from './refusal-words.ts';
import { tellUpdated, type Anyway } from './tell-updated.ts';
import { actOf, type WorkSlots } from './work-act.ts';
import { workData } from './work-buttons.ts';

/**
 * Makes a change and tells what became of it. `anywayLabel`: says the button that goes on all the same if somebody else has been
 * quicker; `kept`: what of the slots besides the measure makes it this change, for that button.
 */
export function makeChange(
  wanted: Wanted,
  anywayLabel: string,
  slots: WorkSlots,
  officer: Officer,
  context: AnswerContext,
  kept: Partial<WorkSlots> = slots.act === undefined ? {} : { act: slots.act },
): NeedsStore {
  const anyway: Anyway = {
    label: anywayLabel,
    data: (now) => workData(now, { rev: now.revision, ...kept }),
  };
  return {
    needs: 'store',
    finish: async (desk) => {
      const updated = await updateMeasure(desk.store, actOf(slots, officer, context.input), 'staff', wanted);
      if (updated.kind === 'made' && 'messageId' in wanted) desk.pictureCame(pictureIdOf(officer.eventId));
      if (updated.kind === 'refused') {
        const { reason, measure } = updated;
        if (reason === 'ask-done') return askWhetherDone(measure, context);
        if (reason === 'no-reason' || reason === 'reason-too-long')
          return askAbout(measure, 'stop', REFUSAL_WORDS[reason], officer, context);
      }
      return tellUpdated(updated, { officer, context, store: desk.store, seen: slots.rev, anyway });
    },
  };
}

/** How far it has come, tapped or typed. */
export function setPercent(percent: number, slots: WorkSlots, officer: Officer, context: AnswerContext): NeedsStore {
  const stillOpen = slots.sure === true;
  const kept = { percent, ...(stillOpen ? { sure: true } : {}) };
  return makeChange({ kind: 'percent', percent, stillOpen }, `ตั้งเป็น ${percent}% ตามเดิม`, slots, officer, context, kept);
}
