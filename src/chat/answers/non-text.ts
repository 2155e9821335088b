import type { AnswerContext, Reply } from '../answer.ts';
import { cardReply } from './card-reply.ts';

const KINDS: Readonly<Record<string, string>> = {
  sticker: 'สติกเกอร์',
  image: 'รูปภาพ',
  video: 'วิดีโอ',
  audio: 'ข้อความเสียง',
  location: 'ตำแหน่งที่ตั้ง',
  file: 'ไฟล์',
};

/** For a message that is no text: `type` is LINE's message type, also one that LINE may add later. */
export function nonText(type: string, context: AnswerContext): Reply {
  return cardReply(context, 'non-text', { kind: Object.hasOwn(KINDS, type) ? KINDS[type] : 'ข้อความ' });
}
