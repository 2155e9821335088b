// Quick replies: only those of the last message in the chat, gone when one is tapped or anything new is said.
import { imageAddress } from './addresses.ts';
import type { Entry } from './contract.ts';
import { button, byId, el } from './element.ts';
import type { Model } from './model.ts';
import { field, listAt, textAt } from './read-json.ts';

/** LINE: at most 13 quick replies. */
const MOST = 13;

/** The last message of the chat, if it came from the account and offers quick replies. */
function quickReplyEntry(entries: readonly Entry[]): Entry | undefined {
  const last = entries.findLast((entry) => entry.message !== undefined);
  const offers = last?.kind === 'in' && listAt(field(last.message, 'quickReply'), 'items').length > 0;
  return offers ? last : undefined;
}

function item(json: unknown, onTap: (action: unknown) => void): HTMLElement {
  const action = field(json, 'action');
  const picture = imageAddress(field(json, 'imageUrl'));
  const image = picture ? el('img', { src: picture, alt: '', referrerpolicy: 'no-referrer' }) : null;
  return button({ class: 'quick' }, () => onTap(action), image, textAt(action, 'label') ?? '');
}

/** Keeps the row above the input in step with the open chat. */
export function startQuickReplies(model: Model, act: (action: unknown) => void): void {
  const row = byId('quick');
  let used = -1;
  const draw = (): void => {
    const entry = quickReplyEntry(model.entries());
    const items = entry && entry.seq !== used ? listAt(field(entry.message, 'quickReply'), 'items') : [];
    const tap = (action: unknown): void => {
      used = entry?.seq ?? -1;
      row.replaceChildren();
      act(action);
    };
    row.replaceChildren(...items.slice(0, MOST).map((json) => item(json, tap)));
    row.scrollLeft = 0;
  };
  model.onChange((change) => {
    if (change.what === 'everything' || (change.what === 'entry' && change.chat === model.chat)) draw();
  });
  draw();
}
