import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { systemClock } from './clock.ts';
import type { StoreConfig } from './config.ts';
import type { LineChannel } from './line/channel.ts';
import { RichMenuClient } from './line/rich-menu-client.ts';
import type { Log } from './log.ts';
import type { MenuWork } from './menus/at-line.ts';
import { MenuKeeper } from './menus/menu-keeper.ts';
import type { Menu } from './menus/load-menus.ts';
import { randomId } from './new-id.ts';
import type { StaffList } from './people/staff-list.ts';
import { systemAfter } from './store/after.ts';
import type { AgencyStore } from './store/port.ts';

/** One call about rich menus (ms), a picture included; nobody waits for it. */
const DEADLINE_MS = 10_000;

const LAYOUTS = fileURLToPath(new URL('../rich-menus/', import.meta.url));

/** Reads and checks the layouts of the rich menus, in the colours of the cards in `templates`. Throws BadFile, CardError. */
export async function loadRichMenus(templates: string): Promise<readonly Menu[]> {
  const { loadMenus } = await import('./menus/load-menus.ts');
  const { loadTheme } = await import('./flex/load-theme.ts');
  const { MENU_TOOLS } = await import('./chat/menu-tools.ts');
  return loadMenus(LAYOUTS, loadTheme(templates), MENU_TOOLS);
}

/** What changing the menus of a channel needs. The client is to be closed. */
export function menuWorkOf(
  { apiBaseUrl, dataApiBaseUrl, channelAccessToken }: LineChannel,
  store: AgencyStore,
): MenuWork {
  const client = new RichMenuClient({ apiBaseUrl, dataApiBaseUrl, channelAccessToken, deadlineMs: DEADLINE_MS });
  return { store, client, clock: systemClock, newId: randomId };
}

export interface RichMenusOptions {
  readonly channel: LineChannel;
  readonly store: AgencyStore;
  readonly staff: StaffList;
  readonly log: Log;
}

/** Shows everybody who works here the menu of their role, as long as the server runs. */
export function keepRichMenus({ channel, store, staff, log }: RichMenusOptions): {
  readonly stop: () => Promise<void>;
} {
  const work = menuWorkOf(channel, store);
  const keeper = new MenuKeeper({
    ...work,
    staff,
    after: systemAfter,
    onError: (error) => log.warn({ err: error }, 'showing staff their rich menu failed, trying again'),
  });
  return { stop: () => Promise.all([keeper.stop(), work.client.close()]).then(() => undefined) };
}

export interface PhoneMenusOptions extends Omit<RichMenusOptions, 'staff'> {
  readonly storeConfig: StoreConfig;
  /** The folder of card templates. */
  readonly templates: string;
}

/** Gives the phone on a laptop its menus, in the background: nobody waits for it, not even for its code to be loaded. */
export function givePhoneMenus(options: PhoneMenusOptions): { readonly stop: () => Promise<void> } {
  const { channel, store, storeConfig, templates, log } = options;
  const work = menuWorkOf(channel, store);
  const given = import('./local-menus.ts').then(({ startLocalMenus }) =>
    startLocalMenus({
      ...work,
      after: systemAfter,
      load: () => loadRichMenus(templates),
      folder: pictureFolder(storeConfig),
      onError: (error) => log.warn({ err: error }, 'the phone has no rich menus'),
    }),
  );
  return {
    stop: async () => {
      await Promise.all([given.then((menus) => menus.stop()), work.client.close()]);
    },
  };
}

/** Beside the database; undefined where nothing is kept on this machine. */
function pictureFolder(store: StoreConfig): string | undefined {
  if (store.kind !== 'sqlite' || store.path === ':memory:') return undefined;
  return join(dirname(store.path), 'menu-pictures');
}
