// One line of the chat: a message with its sender and time, or a line from the system.
import type { Entry } from './contract.ts';
import { ownImageAddress } from './addresses.ts';
import { button, el } from './element.ts';
import { clockTime, deliveryText, hasFailed } from './entry-text.ts';
import { icon } from './icon.ts';
import { drawMessage } from './messages/draw-message.ts';
import type { Model } from './model.ts';
import { field, textAt } from './read-json.ts';

export interface EntryHands {
  act: (action: unknown) => void;
  menu: (entry: Entry) => void;
}

const VIA: ReadonlyMap<string, string> = new Map([
  ['push', 'push'],
  ['multicast', 'multicast'],
  ['broadcast', 'broadcast'],
]);

function avatar(model: Model, entry: Entry): HTMLElement | null {
  if (entry.kind !== 'in') return null;
  const address = ownImageAddress(model.state.bot.pictureUrl);
  const inside = address
    ? el('img', { src: address, alt: '' })
    : (Array.from(model.state.bot.displayName.trim())[0] ?? '•');
  return el('span', { class: 'avatar', 'aria-hidden': 'true' }, inside);
}

function senderName(model: Model, entry: Entry): string | null {
  if (entry.kind === 'in') return textAt(field(entry.message, 'sender'), 'name') ?? model.state.bot.displayName;
  return model.persona()?.kind === 'group' ? (model.persona(entry.from)?.name ?? entry.from) : null;
}

function message(model: Model, entry: Entry, hands: EntryHands): HTMLElement {
  const sender = senderName(model, entry);
  const isWide = ['flex', 'template', 'imagemap'].includes(textAt(entry.message, 'type') ?? '');
  const body = el(
    'div',
    { class: isWide ? 'entry-body entry-wide' : 'entry-body' },
    sender ? el('span', { class: 'sender' }, sender) : null,
    drawMessage(entry.message, hands.act),
  );
  const via = VIA.get(entry.via ?? '');
  const more = button({ class: 'more', 'aria-label': 'ตัวเลือกของข้อความนี้' }, () => hands.menu(entry), icon('more'));
  const time = el('time', { datetime: entry.at }, clockTime(entry.at));
  const meta = el('div', { class: 'meta' }, via ? el('span', { class: 'via' }, via) : null, time, more);
  return el('div', { class: `entry entry-${entry.kind === 'in' ? 'in' : 'out'}` }, avatar(model, entry), body, meta);
}

/** Draws an entry; empty for one that a phone would not show, such as a postback without text. */
export function drawEntry(model: Model, entry: Entry, hands: EntryHands): HTMLElement {
  const holder = el('div', { class: 'entry-holder', 'data-seq': String(entry.seq) });
  if (entry.message !== undefined) holder.append(message(model, entry, hands));
  else if (entry.text && entry.loadingSeconds === undefined) holder.append(el('p', { class: 'system' }, entry.text));
  if (entry.delivery && hasFailed(entry.delivery)) {
    holder.append(el('p', { class: 'system failure' }, deliveryText(entry.delivery)));
  }
  return holder;
}
