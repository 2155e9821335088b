import { showFeedbackId } from '../feedback/feedback-id.ts';
import { answerFeedback, findFeedback } from '../feedback/read-feedback.ts';
import { feedbackIdArgument } from './code-argument.ts';
import { EXIT, type CommandContext, type ExitCode } from './command.ts';
import { UsageError } from './fiscal-year-argument.ts';

/** `prongsai feedback answer ID TEXT`: answers, for the reference page and whoever asked. Throws UsageError, StoreError. */
export async function feedbackAnswer(
  { store, clock, print }: CommandContext,
  typed: string,
  text: string,
): Promise<ExitCode> {
  const id = feedbackIdArgument(typed);
  const { length } = text.trim();
  if (length < 1 || length > 1_000) throw new UsageError(`คำตอบต้องมี 1 ถึง 1000 ตัวอักษร (ที่พิมพ์มามี ${length})`);
  const outcome = await answerFeedback(store, id, text, clock);
  if (outcome === 'unknown') return noSuchFeedback(print, id);
  if (outcome === 'hidden') {
    print(`ความเห็น ${showFeedbackId(id)} ถูกซ่อนไว้ จึงตอบไม่ได้`);
    return EXIT.failed;
  }
  const asked = (await findFeedback(store, id))?.wantsReply === true;
  print(`บันทึกคำตอบแล้ว แสดงในหน้ารหัสอ้างอิง${asked ? ' และรอส่งถึงผู้ที่ขอให้ตอบกลับ' : ''}`);
  return EXIT.ok;
}

/** Says that there is no such answer. */
export function noSuchFeedback(print: CommandContext['print'], id: string): ExitCode {
  print(`ไม่มีความเห็นรหัส ${showFeedbackId(id)} ดูรายการด้วยคำสั่ง: npm run prongsai -- feedback list`);
  return EXIT.failed;
}
