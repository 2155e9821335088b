import { showFeedbackId } from '../feedback/feedback-id.ts';
import { MAX_HIDDEN_BECAUSE } from '../feedback/feedback.ts';
import { hideFeedback, unhideFeedback } from '../feedback/hide-feedback.ts';
import { feedbackIdArgument } from './code-argument.ts';
import { EXIT, type CommandContext, type ExitCode } from './command.ts';
import { commandDeed } from './command-deed.ts';
import { noSuchFeedback } from './feedback-answer.ts';
import { UsageError } from './fiscal-year-argument.ts';

/** `prongsai feedback hide ID REASON`: takes an abusive text out of lists. Throws UsageError, StoreError. */
export async function feedbackHide(
  { store, clock, print }: CommandContext,
  typed: string,
  reason: string,
): Promise<ExitCode> {
  const id = feedbackIdArgument(typed);
  const { length } = reason.trim();
  if (length < 1 || length > MAX_HIDDEN_BECAUSE) throw new UsageError(`เหตุผลต้องมี 1 ถึง ${MAX_HIDDEN_BECAUSE} ตัวอักษร`);
  const deed = commandDeed(clock);
  const outcome = await store.transaction((tx) => hideFeedback(tx, deed, id, reason));
  if (outcome.kind === 'unknown') return noSuchFeedback(print, id);
  if (outcome.kind === 'already')
    print(`ความเห็น ${showFeedbackId(id)} ถูกซ่อนอยู่แล้ว เพราะ ${outcome.now.hiddenBecause ?? '-'}`);
  else print(`ซ่อนความเห็น ${showFeedbackId(id)} แล้ว คะแนนยังนับรวมตามเดิม`);
  return EXIT.ok;
}

/** `prongsai feedback show ID`: puts a hidden text back into lists. Throws UsageError, StoreError. */
export async function feedbackShow({ store, clock, print }: CommandContext, typed: string): Promise<ExitCode> {
  const id = feedbackIdArgument(typed);
  const deed = commandDeed(clock);
  const outcome = await store.transaction((tx) => unhideFeedback(tx, deed, id));
  if (outcome.kind === 'unknown') return noSuchFeedback(print, id);
  print(
    outcome.kind === 'already'
      ? `ความเห็น ${showFeedbackId(id)} ไม่ได้ถูกซ่อนอยู่`
      : `เลิกซ่อนความเห็น ${showFeedbackId(id)} แล้ว`,
  );
  return EXIT.ok;
}
