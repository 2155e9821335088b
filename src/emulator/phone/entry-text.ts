// Entries in words: previews, times, how a delivery went.
import type { Delivery, Entry } from './contract.ts';
import { field, textAt } from './read-json.ts';

const KINDS: ReadonlyMap<string, string> = new Map([
  ['sticker', 'ส่งสติกเกอร์'],
  ['image', 'ส่งรูปภาพ'],
  ['video', 'ส่งวิดีโอ'],
  ['audio', 'ส่งข้อความเสียง'],
  ['location', 'ส่งตำแหน่งที่ตั้ง'],
  ['coupon', 'ส่งคูปอง'],
]);

const TIME = new Intl.DateTimeFormat('th-TH', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Bangkok' });
const DAY = new Intl.DateTimeFormat('th-TH', { dateStyle: 'long', timeZone: 'Asia/Bangkok' });

/** Hours and minutes in Bangkok; empty for what is not a time. */
export function clockTime(at: string): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '' : TIME.format(date);
}

/** The day in Bangkok, with the Buddhist year. */
export function day(at: string): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '' : DAY.format(date);
}

/** What a notification or the chat list says about an entry: altText for cards, the text for texts. */
export function preview(entry: Entry): string {
  if (entry.notification) return entry.notification;
  if (entry.message === undefined) return entry.text ?? '';
  const message = entry.message;
  return (
    textAt(message, 'altText') ?? textAt(message, 'text') ?? KINDS.get(textAt(message, 'type') ?? '') ?? 'ส่งข้อความ'
  );
}

/** The altText of a card, else undefined. */
export function altText(entry: Entry): string | undefined {
  return textAt(entry.message, 'altText');
}

/** Did the webhook call fail? No delivery (yet) is no failure. */
export function hasFailed(delivery: Delivery | undefined): boolean {
  return delivery !== undefined && (delivery.status === null || delivery.status < 200 || delivery.status > 299);
}

/** A delivery in one line, e.g. "ส่งถึงแชตบอตแล้ว (200) · 35 มิลลิวินาที". */
export function deliveryText(delivery: Delivery): string {
  const times = delivery.attempts > 1 ? ` · ส่ง ${delivery.attempts} ครั้ง` : '';
  const took = ` · ${Math.round(delivery.ms)} มิลลิวินาที`;
  if (!hasFailed(delivery)) return `ส่งถึงแชตบอตแล้ว (${delivery.status})${took}${times}`;
  const reason = delivery.status === null ? (delivery.error ?? 'ไม่มีคำตอบ') : `ตอบกลับด้วยรหัส ${delivery.status}`;
  return `ส่งถึงแชตบอตไม่สำเร็จ: ${reason}${took}${times}`;
}

/** Short kind of an entry for the list in the panel. */
export function kindOf(entry: Entry): string {
  const event = textAt(entry.event, 'type');
  const message = textAt(entry.message, 'type') ?? textAt(field(entry.event, 'message'), 'type');
  if (entry.kind === 'system' && !event) return 'ระบบ';
  return [event, message].filter(Boolean).join(' · ') || 'ระบบ';
}
