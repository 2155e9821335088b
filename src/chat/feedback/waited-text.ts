import { readComment } from '../../feedback/comment.ts';
import { MAX_COMMENT } from '../../feedback/feedback.ts';
import type { CommentWait } from '../../people/waiting.ts';
import type { Request } from '../request.ts';
import { reportsCorruption } from '../understand/safety/reports-corruption.ts';
import { isStopWord, isWithdrawal } from '../understand/stop-word.ts';

/** What a message is while the chat waits for a comment. */
export type WaitedText =
  /** A wish that goes before: codes, and what is owed to everybody at any time (one's own data, no more news). */
  | { readonly kind: 'request'; readonly stillWaiting: boolean }
  | { readonly kind: 'skip' }
  /** The answer that the comment was to go with is taken back. */
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'corruption' }
  | { readonly kind: 'empty' }
  /** `length`: how long it is, in UTF-16 units. */
  | { readonly kind: 'too-long'; readonly length: number }
  | { readonly kind: 'comment' };

/** What somebody types instead of a comment. */
const SKIP =
  /^(?:ขอ)?(?:ไม่มี|ไม่เขียน|ไม่เอา|ไม่แสดงความเห็น|(?:ยัง)?ไม่ส่ง|ยกเลิกการส่ง|พอ|no)(?:แล้ว)?\s*(?:ครับ|ค่ะ|คะ|จ้า|นะ)*[.!]*$/i;
/** The same of words that are meant for many, which people call by what they are: "ยกเลิกข่าวด่วน". */
const NOT_TO_OTHERS =
  /^(?:ขอ)?(?:(?:ยกเลิก(?:การ)?(?:ส่ง|เขียน)?|(?:ยัง)?ไม่(?:ส่ง|เขียน))(?:ข่าวด่วน|ข่าว|คำตอบ|ข้อความ)|ไม่เอา(?:ข่าวด่วน|คำตอบ)|(?:หยุด|เลิก)ส่ง(?:ข่าวด่วน|คำตอบ)?)(?:นี้)?(?:แล้ว)?\s*(?:ครับ|ค่ะ|คะ|จ้า|นะ)*[.!]*$/;
/** A wish about one's data or about news is said in a few words (UTF-16 units); a long text that mentions them is a comment. */
const LONGEST_WISH = 80;

/** What a wish about one's own news or data names. */
const OWN = /ข่าว(?!ด่วน)|รับข่าวด่วน|ข้อความ|แจ้งเตือน|ข้อมูล(?:ของ|ส่วน|ผม|ฉัน|หนู)|ยินยอม|unsubscribe/i;

/**
 * True for a wish about one's own data or news, which goes before whatever the chat waits for. `toOthers`: the words that are waited for
 * are meant for many and are shown before they go out; then "หยุดส่งน้ำประปา" is no wish, only what names news or data is.
 */
export function isWish(request: Request, text: string, toOthers: boolean): boolean {
  if (!asksToStop(request) && request.intent !== 'privacy') return false;
  return text.trim().length <= LONGEST_WISH && (!toOthers || OWN.test(text));
}

/** Vague words ("ไม่ต้องการแล้ว") are no such wish while others are waited for. */
function asksToStop(request: Request): boolean {
  return request.intent === 'unsubscribe' && request.slots.act === undefined;
}

/** Pure. `request` is what the text would mean if the chat did not wait; `today`: the fiscal year of today. */
export function readWaitedText(text: string, request: Request, waiting: CommentWait, today: number): WaitedText {
  const plain = text.trim();
  if (isWithdrawal(plain)) return { kind: 'withdraw' };
  if (isSkip(plain)) return { kind: 'skip' };
  if (isCode(request)) return { kind: 'request', stillWaiting: false };
  const short = plain.length <= LONGEST_WISH;
  if (short && asksToStop(request)) return { kind: 'request', stillWaiting: false };
  if (short && request.intent === 'privacy')
    return { kind: 'request', stillWaiting: (request.slots.action ?? 'notice') === 'notice' };
  if (waiting.for === 'comment' && reportsCorruption(text, today)) return { kind: 'corruption' };
  if (plain.length > MAX_COMMENT) return { kind: 'too-long', length: plain.length };
  return { kind: readComment(text).text === null ? 'empty' : 'comment' };
}

/** A code of a service point or of an invitation, or the reference of an answer: it goes before whatever the chat waits for. */
export function isCode(request: Request): boolean {
  if (request.intent === 'give_feedback') return request.slots.point !== undefined;
  if (request.intent === 'join_staff') return request.slots.code !== undefined;
  return request.intent === 'feedback_reply' && request.slots.ref !== undefined;
}

/** What somebody types instead of the words that are waited for. `toOthers`: as for `isWish`. */
export function isSkip(text: string, toOthers = false): boolean {
  const plain = text.trim();
  return isStopWord(plain) || SKIP.test(plain) || (toOthers && NOT_TO_OTHERS.test(plain));
}
