import type { LineMessage } from '../../../src/line/message.ts';
import type { Reply } from '../../../src/chat/answer.ts';

type Json = Readonly<Record<string, unknown>>;

/** Every object inside a value, the value itself first. */
export function objectsIn(value: unknown): readonly Json[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(objectsIn);
  return Array.isArray(value) ? inner : [value as Json, ...inner];
}

/** All words of a card as a reader meets them, without the quick replies. */
export function wordsOn(reply: Reply): string {
  return reply.messages
    .flatMap((message) => objectsIn((message as { contents?: unknown }).contents))
    .flatMap((part) =>
      part['type'] === 'text' ? [String(part['text'])] : part['type'] === 'button' ? [labelOf(part)] : [],
    )
    .join('\n');
}

function labelOf(button: Json): string {
  return String((button['action'] as Json)['label']);
}

/** Postback data of every button, row and quick reply. */
export function postbacksIn(reply: Reply): readonly string[] {
  return objectsIn(reply.messages)
    .filter((part) => part['type'] === 'postback')
    .map((part) => String(part['data']));
}

export function altTextOf(message: LineMessage | undefined): string {
  return message?.type === 'flex' ? message.altText : '';
}
