import { cut } from '../flex/clip.ts';
import { decodePostback } from './postback.ts';
import type { LineMessage } from '../line/message.ts';

/** LINE's limit for altText in UTF-16 units. */
const LONGEST_ALT = 1_500;
const NOT_SENT = 'ตัวอย่าง ยังไม่ได้ส่ง';

type Json = Readonly<Record<string, unknown>>;

/**
 * A message that is shown before it is sent: it says that it is a sample, and what would end whoever looks at it their own news does
 * nothing. Everything else leads where it will lead. Pure; what is no card stays as it is.
 */
export function asSample(message: LineMessage): LineMessage {
  if (message.type !== 'flex') return message;
  const { contents } = withoutStop(message) as typeof message;
  return {
    ...message,
    altText: cut(`ตัวอย่าง: ${message.altText}`, LONGEST_ALT),
    contents: contents.type === 'bubble' && contents.body ? { ...contents, body: marked(contents.body) } : contents,
  };
}

function marked<B extends { readonly contents: readonly object[] }>(body: B): B {
  return {
    ...body,
    contents: [{ type: 'text', text: NOT_SENT, size: 'sm', weight: 'bold', wrap: true }, ...body.contents],
  };
}

/** The same with words in place of every button that stops something. */
function withoutStop(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutStop);
  if (typeof value !== 'object' || value === null) return value;
  const { type, action } = value as Json;
  if (type === 'button' && stops(action)) return inert(action as Json);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutStop(inner)]));
}

function stops(action: unknown): boolean {
  const { type, data } = (action ?? {}) as Json;
  return type === 'postback' && typeof data === 'string' && decodePostback(data)?.intent === 'unsubscribe';
}

function inert({ label }: Json): object {
  const text = `ปุ่ม “${String(label)}” ใช้ได้เมื่อส่งจริง`;
  return { type: 'text', text, size: 'xs', align: 'center', wrap: true };
}
