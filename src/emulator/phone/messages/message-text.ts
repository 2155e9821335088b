// Text as LINE shows it: addresses become links, LINE emoji placeholders become a face.
import { linkAddress } from '../addresses.ts';
import { el } from '../element.ts';
import { field, listAt, numberAt, textAt } from '../read-json.ts';

const ADDRESS = /https?:\/\/[^\s<>"'()]+/g;
const FACE = '🙂';

/** Longest text shown. LINE's limit is 5,000 UTF-16 units; what is longer is cut. */
const LONGEST = 5000;

function withFaces(text: string, emojis: readonly unknown[]): string {
  const places = new Set(emojis.map((emoji) => numberAt(emoji, 'index')));
  return places.size === 0 ? text : text.replaceAll('$', (sign, index: number) => (places.has(index) ? FACE : sign));
}

/** Text nodes and links for a text. */
function linked(text: string): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = linkAddress(match[0]);
    if (!address) continue;
    parts.push(text.slice(end, match.index));
    parts.push(el('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, match[0]));
    end = match.index + match[0].length;
  }
  return [...parts, text.slice(end)];
}

/** A textV2 message's text with its `{placeholders}` filled in. */
function filledText(message: unknown): string {
  const substitution = field(message, 'substitution');
  return (textAt(message, 'text') ?? '').replaceAll(/\{\{|\}\}|\{(\w{1,20})\}/g, (whole, key?: string) => {
    if (key === undefined) return whole.slice(0, 1);
    const part = field(substitution, key);
    if (textAt(part, 'type') === 'emoji') return FACE;
    return textAt(part, 'type') === 'mention' ? '@ผู้ใช้' : whole;
  });
}

export function drawTextMessage(message: unknown): HTMLElement {
  const isV2 = textAt(message, 'type') === 'textV2';
  const plain = isV2 ? filledText(message) : withFaces(textAt(message, 'text') ?? '', listAt(message, 'emojis'));
  return el('p', { class: 'balloon' }, ...linked(plain.slice(0, LONGEST)));
}
