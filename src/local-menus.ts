import type { MenuWork } from './menus/at-line.ts';
import { inTurnAtLine } from './menus/in-turn-at-line.ts';
import type { Menu } from './menus/load-menus.ts';
import { MenuPictures } from './menus/menu-pictures.ts';
import { syncMenus } from './menus/sync-menus.ts';
import type { After } from './store/after.ts';

export interface LocalMenusOptions extends MenuWork {
  readonly after: After;
  /** Reads the layouts; may reject. */
  readonly load: () => Promise<readonly Menu[]>;
  /** Where the pictures are kept for the next start; undefined: nowhere. */
  readonly folder: string | undefined;
  readonly onError: (error: unknown) => void;
}

export interface LocalMenus {
  /** Breaks off what is under way; resolves when it has ended. */
  readonly stop: () => Promise<void>;
}

/**
 * Gives the phone on a laptop its rich menus: after the start, in the background, since drawing them takes seconds the first time. An
 * agency's own channel gets them by `prongsai richmenu sync`, when somebody says so.
 */
export function startLocalMenus(options: LocalMenusOptions): LocalMenus {
  const { store, clock, after, load, folder, onError } = options;
  const stopped = new AbortController();
  const { signal } = stopped;
  const sync = async (): Promise<void> => {
    const menus = await load();
    const pictures = new MenuPictures({ folder, signal });
    const picture = async (menu: Menu): Promise<Buffer> => {
      const png = await pictures.of(menu);
      signal.throwIfAborted();
      return png;
    };
    await inTurnAtLine(options, (line) => syncMenus(menus, line, { store, clock, picture }), { after, signal });
    await pictures.keepOnly(menus);
  };
  const running = sync().catch((error: unknown) => {
    if (!signal.aborted) onError(error);
  });
  return {
    stop: () => {
      stopped.abort();
      return running;
    },
  };
}
