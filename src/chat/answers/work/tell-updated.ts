import type { Measure } from '../../../measures/measure.ts';
import type { Progress } from '../../../measures/progress.ts';
import type { Updated } from '../../../measures/update-measure.ts';
import type { AgencyStore } from '../../../store/port.ts';
import type { AnswerContext, Reply } from '../../answer.ts';
import { whatWords } from '../../card-data/progress.ts';
import type { Officer } from '../as-officer.ts';
import { measureGone } from './measure-gone.ts';
import { REFUSAL_WORDS } from './refusal-words.ts';
import { tellNewer } from './tell-newer.ts';
import { workCard } from './work-card.ts';

export const NOT_YOURS = 'มาตรการนี้อยู่ในความดูแลของหน่วยอื่น จึงไม่มีอะไรเปลี่ยนแปลง หากต้องแก้ไข กรุณาแจ้งผู้บริหาร';

/** How somebody goes on whom another has forestalled: what the button says, and does with the measure as it is now. */
export interface Anyway {
  readonly label: string;
  readonly data: (now: Measure) => string;
}

export interface Told {
  readonly officer: Officer;
  readonly context: AnswerContext;
  readonly store: AgencyStore;
  /** Revision that the card showed which was tapped. */
  readonly seen: number | undefined;
  readonly anyway: Anyway;
}

/** What became of a change. */
export async function tellUpdated(updated: Updated, told: Told): Promise<Reply> {
  const { officer, context } = told;
  switch (updated.kind) {
    case 'gone':
      return measureGone(context);
    case 'not-yours':
      return workCard(updated.measure, officer, context, { words: NOT_YOURS });
    case 'refused':
      return workCard(updated.measure, officer, context, { words: REFUSAL_WORDS[updated.reason] });
    case 'newer': {
      const { label, data } = told.anyway;
      const words = 'มีผู้แก้ไขมาตรการนี้หลังจากที่ท่านเปิดดู รายการของท่านจึงยังไม่ได้บันทึก';
      return tellNewer(updated.measure, { ...told, words, on: { label, data: data(updated.measure) } });
    }
    case 'made':
      return workCard(updated.measure, officer, context, {
        words: madeWords(updated.progress, context),
        undo: updated.measure.lastChange?.entry === officer.eventId,
      });
  }
}

function madeWords(progress: Progress, { knowledge }: AnswerContext): string {
  switch (progress.kind) {
    case 'note':
      return 'บันทึกแล้ว ประชาชนอ่านข้อความนี้ได้ทันที';
    case 'picture':
      return 'รับรูปแล้ว กำลังนำเข้าระบบ อีกสักครู่ประชาชนจะเห็นรูปนี้';
    case 'stop':
      return 'บันทึกแล้ว: ยุติการดำเนินการ ประชาชนอ่านเหตุผลได้ทันที';
    case 'reopen':
      return 'เปิดดำเนินการต่อแล้ว ขณะนี้คืบหน้าเท่าใด แตะตัวเลขด้านล่างได้เลย';
    default:
      return `บันทึกแล้ว: ${whatWords(progress, knowledge.agency)}`;
  }
}
