import { readCode } from '../code.ts';
import { readFeedbackId } from '../feedback/feedback-id.ts';
import { UsageError } from './fiscal-year-argument.ts';

/** The code of a service point as typed. Throws UsageError. */
export function codeArgument(text: string): string {
  const code = readCode(text);
  if (code === undefined)
    throw new UsageError('รหัส QR ต้องมี 11 ตัว เช่น 4K7P-9QZR-X2M ดูได้ด้วยคำสั่ง: npm run prongsai -- qr list');
  return code;
}

/** The reference code of an answer as typed. Throws UsageError. */
export function feedbackIdArgument(text: string): string {
  const id = readFeedbackId(text);
  if (id === undefined) throw new UsageError('รหัสอ้างอิงต้องมี 20 ตัว ดูได้ด้วยคำสั่ง: npm run prongsai -- feedback list');
  return id;
}
