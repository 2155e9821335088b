import { answerFeedback } from '../feedback/answer-feedback.ts';
import { showFeedbackId } from '../feedback/feedback-id.ts';
import { MAX_REPLY } from '../feedback/feedback.ts';
import { seenOf } from '../feedback/seen.ts';
import { feedback } from '../store/collections.ts';
import { feedbackIdArgument } from './code-argument.ts';
import { EXIT, type CommandContext, type ExitCode } from './command.ts';
import { commandDeed } from './command-deed.ts';
import { UsageError } from './fiscal-year-argument.ts';

/**
 * `prongsai feedback answer ID TEXT`: answers, for the reference page and whoever asked. An answer that is there already is only
 * replaced with `--replace`. Throws UsageError, StoreError.
 */
export async function feedbackAnswer(
  { store, clock, print }: CommandContext,
  typed: string,
  text: string,
  { replace = false }: { readonly replace?: boolean } = {},
): Promise<ExitCode> {
  const id = feedbackIdArgument(typed);
  const { length } = text.trim();
  if (length < 1 || length > MAX_REPLY) throw new UsageError(`คำตอบต้องมี 1 ถึง ${MAX_REPLY} ตัวอักษร (ที่พิมพ์มามี ${length})`);
  const deed = commandDeed(clock);
  const outcome = await store.transaction(async (tx) => {
    const known = await tx.get(feedback, id);
    if (known?.state === 'answered' && !replace) return { kind: 'changed', now: known } as const;
    return answerFeedback(tx, deed, id, text, known ? seenOf(known) : '');
  });
  switch (outcome.kind) {
    case 'unknown':
      return noSuchFeedback(print, id);
    case 'hidden':
      print(`ความเห็น ${showFeedbackId(id)} ถูกซ่อนไว้ จึงตอบไม่ได้`);
      return EXIT.failed;
    case 'changed':
      print(`ความเห็นนี้มีคำตอบแล้วว่า: ${outcome.now.reply?.text ?? ''}\nถ้าต้องการแทนที่ เติมท้ายคำสั่งเดิมว่า: --replace`);
      return EXIT.failed;
    case 'answered':
      print(`บันทึกคำตอบแล้ว แสดงในหน้ารหัสอ้างอิง${outcome.now.wantsReply ? ' และรอส่งถึงผู้ที่ขอให้ตอบกลับ' : ''}`);
      return EXIT.ok;
  }
}

/** Says that there is no such answer. */
export function noSuchFeedback(print: CommandContext['print'], id: string): ExitCode {
  print(`ไม่มีความเห็นรหัส ${showFeedbackId(id)} ดูรายการด้วยคำสั่ง: npm run prongsai -- feedback list`);
  return EXIT.failed;
}
