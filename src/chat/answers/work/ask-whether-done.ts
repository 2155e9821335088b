import type { Measure } from '../../../measures/measure.ts';
import type { AnswerContext, Reply } from '../../answer.ts';
import { personalReply } from '../card-reply.ts';
import { workData } from './work-buttons.ts';

/** At 100 %: is it done, or is something still open? Nothing has been written. */
export function askWhetherDone(measure: Measure, context: AnswerContext): Reply {
  const { no, title, revision: rev } = measure;
  return personalReply(context, 'work-sure', {
    title: 'ทำเสร็จแล้วใช่ไหม',
    about: `มาตรการที่ ${no} ${title}`,
    says: ['คืบหน้า 100% หากเสร็จแล้วระบบจะแสดงต่อประชาชนว่าดำเนินการแล้ว'],
    yes: { label: 'เสร็จแล้ว', data: workData(measure, { act: 'done', rev }) },
    no: { label: 'ยังไม่เสร็จ ตั้งเป็น 100% ไว้ก่อน', data: workData(measure, { percent: 100, sure: true, rev }) },
    back: workData(measure, {}),
  });
}
