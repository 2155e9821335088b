// On a narrow screen the list and the panel are drawers over the phone; on a wide one they stand beside it.
import { byId } from './element.ts';
import { icon } from './icon.ts';

export type Drawer = 'chats' | 'panel';

/** Makes the drawer buttons work; returns the way to open a drawer, or to close it with null. */
export function startDrawers(): (drawer: Drawer | null) => void {
  const openers = { chats: byId('open-chats'), panel: byId('open-panel') };
  let current: Drawer | null = null;
  const show = (drawer: Drawer | null): void => {
    const before = current;
    current = drawer;
    document.body.dataset['drawer'] = drawer ?? '';
    for (const [name, opener] of Object.entries(openers)) opener.setAttribute('aria-expanded', String(name === drawer));
    if (drawer) byId(drawer).querySelector<HTMLElement>('button, input')?.focus();
    else if (before) openers[before].focus();
  };
  openers.chats.prepend(icon('list'));
  openers.panel.prepend(icon('panel'));
  for (const name of ['chats', 'panel'] as const) {
    openers[name].addEventListener('click', () => show(current === name ? null : name));
    byId(`close-${name}`).addEventListener('click', () => show(null));
  }
  byId('shade').addEventListener('click', () => show(null));
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && current && !document.querySelector('dialog[open]')) show(null);
  });
  return show;
}
