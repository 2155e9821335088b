import { showFeedbackId } from '../feedback/feedback-id.ts';
import { hideFeedback } from '../feedback/read-feedback.ts';
import { feedbackIdArgument } from './code-argument.ts';
import { EXIT, type CommandContext, type ExitCode } from './command.ts';
import { noSuchFeedback } from './feedback-answer.ts';
import { UsageError } from './fiscal-year-argument.ts';

/** `prongsai feedback hide ID REASON`: takes an abusive text out of lists. Throws UsageError, StoreError. */
export async function feedbackHide({ store, print }: CommandContext, typed: string, reason: string): Promise<ExitCode> {
  const id = feedbackIdArgument(typed);
  const { length } = reason.trim();
  if (length < 1 || length > 200) throw new UsageError('เหตุผลต้องมี 1 ถึง 200 ตัวอักษร');
  if (!(await hideFeedback(store, id, reason))) return noSuchFeedback(print, id);
  print(`ซ่อนความเห็น ${showFeedbackId(id)} แล้ว คะแนนยังนับรวมตามเดิม`);
  return EXIT.ok;
}
