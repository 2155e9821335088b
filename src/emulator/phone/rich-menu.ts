// The rich menu under the chat and the bar that opens and closes it.
import { ownImageAddress } from './addresses.ts';
import type { RichMenuView } from './contract.ts';
import { button, byId, el } from './element.ts';
import { icon } from './icon.ts';
import { actionName, sizeAt, tapArea } from './messages/tap-areas.ts';
import type { Model } from './model.ts';
import { field, listAt } from './read-json.ts';

/** LINE: at most 20 areas. */
const MOST_AREAS = 20;

function drawMenu(menu: RichMenuView, act: (action: unknown) => void): HTMLElement {
  const size = sizeAt(menu, 'size') ?? { width: 2500, height: 1686 };
  const frame = el('div', { class: 'rich-menu-picture' });
  frame.style.setProperty('--ratio', String(size.width / size.height));
  const address = ownImageAddress(menu.imageUrl);
  if (address) frame.append(el('img', { src: address, alt: '' }));
  listAt(menu, 'areas')
    .slice(0, MOST_AREAS)
    .forEach((area, index) => {
      const action = field(area, 'action');
      const made = tapArea(field(area, 'bounds'), size, actionName(action, index + 1), () => act(action));
      if (made) frame.append(made);
    });
  return frame;
}

/** Keeps the rich menu in step with the open chat; returns the way to open and close it. */
export function startRichMenu(model: Model, act: (action: unknown) => void): (open: boolean) => void {
  const place = byId('rich-menu');
  let shownId = '';
  let isOpen = false;
  const draw = (): void => {
    const menu = model.richMenu();
    const id = menu ? `${model.chat}/${menu.richMenuId}` : '';
    // A menu that comes up for the first time opens or not as it says itself; after that the person decides.
    if (menu && id !== shownId && shownId.split('/')[0] !== model.chat) isOpen = menu.selected;
    shownId = id;
    place.hidden = !menu;
    if (!menu) return;
    const toggle = (): void => {
      isOpen = !isOpen;
      draw();
      place.querySelector('button')?.focus();
    };
    const bar = button(
      { class: 'rich-menu-bar', 'aria-expanded': String(isOpen) },
      toggle,
      icon('menu'),
      menu.chatBarText,
    );
    place.replaceChildren(bar, ...(isOpen ? [drawMenu(menu, act)] : []));
  };
  model.onChange((change) => {
    if (change.what === 'everything') draw();
  });
  draw();
  return (open) => {
    isOpen = open;
    draw();
  };
}
