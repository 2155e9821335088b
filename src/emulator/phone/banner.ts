// The notification at the top of the phone: who wrote, and the altText or text.
import type { Entry } from './contract.ts';
import { button, byId, el } from './element.ts';
import { preview } from './entry-text.ts';
import type { Model } from './model.ts';

/** How long a notification stays, in milliseconds: shorter over the chat it is about, where it hides what one reads. */
const STAYS = 6000;
const STAYS_IN_ITS_CHAT = 2500;

/** Shows a notification for each new message of the account, in whichever chat; tapping it opens that chat. */
export function startBanner(model: Model): void {
  const place = byId('banner');
  let timer = 0;
  const hide = (): void => {
    place.replaceChildren();
  };
  const show = (chat: string, entry: Entry): void => {
    const sender = model.state.bot.displayName;
    const where = chat === model.chat ? sender : `${sender} → ${model.persona(chat)?.name ?? ''}`;
    const open = (): void => {
      hide();
      if (chat !== model.chat) model.open(chat);
    };
    const words = el('span', {}, el('strong', {}, where), el('span', { class: 'banner-text' }, preview(entry)));
    place.replaceChildren(button({ class: 'banner' }, open, words));
    clearTimeout(timer);
    timer = setTimeout(hide, chat === model.chat ? STAYS_IN_ITS_CHAT : STAYS);
  };
  model.onChange((change) => {
    if (change.what === 'entry' && change.isNew && change.entry.kind === 'in' && change.entry.message !== undefined) {
      show(change.chat, change.entry);
    }
  });
}
