import type { StaffList } from '../people/staff-list.ts';
import type { After } from '../store/after.ts';
import { unlinks } from '../store/collections.ts';
import { atLine, type MenuWork } from './at-line.ts';
import { dropLateUnlinks } from './drop-late-unlinks.ts';
import { linkStaff } from './link-staff.ts';
import { wantedMenus } from './wanted-menu.ts';

/** How often to look whether everybody sees the right menu although nobody's role has changed (ms). */
const EVERY_MS = 10 * 60_000;
/** When to try again if LINE or the store failed, or another server was at it (ms). */
const AGAIN_MS = 30_000;

export interface MenuKeeperOptions extends MenuWork {
  readonly staff: StaffList;
  readonly after: After;
  /** Told what LINE or the store had against it; it is tried again. */
  readonly onError: (error: unknown) => void;
}

const NONE: ReadonlyMap<string, string> = new Map();

/**
 * Keeps every staff member's rich menu in step with the role: as soon as a role has changed, and every ten minutes, also when the menus
 * themselves were made anew. Where nobody works and nobody left, LINE is asked nothing. Several servers may do so: one at a time does.
 */
export class MenuKeeper {
  readonly #options: MenuKeeperOptions;
  readonly #stopWatching: readonly (() => void)[];
  /** As LINE had them when it was last asked. */
  #aliases = NONE;
  /** How many people are to see everybody's menu of whom nothing else is kept. */
  #forgotten = 0;
  #isDue = false;
  #isStopped = false;
  #running: Promise<void> | undefined;
  #cancel: (() => void) | undefined;

  constructor(options: MenuKeeperOptions) {
    this.#options = options;
    const { staff, store, onError } = options;
    const onUnlinks = (docs: readonly unknown[]): void => {
      this.#forgotten = docs.length;
      this.#wake();
    };
    this.#stopWatching = [staff.onChange(() => this.#wake()), store.watch(unlinks, onUnlinks, onError)];
    this.#look();
  }

  /** Begins nothing more; resolves when what is under way has ended. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#cancel?.();
    for (const stop of this.#stopWatching) stop();
    await this.#running;
  }

  /** Resolves when nothing is under way and nothing waits to be done at once. */
  async settled(): Promise<void> {
    while (this.#running) await this.#running;
  }

  /** Asks LINE anew: the menus may have been made anew since. */
  #look(): void {
    this.#aliases = NONE;
    this.#wake();
  }

  #wake(): void {
    this.#isDue = true;
    if (this.#isStopped || this.#running) return;
    this.#cancel?.();
    this.#running = this.#run();
  }

  async #run(): Promise<void> {
    let went = true;
    while (this.#isDue && !this.#isStopped) {
      this.#isDue = false;
      went = await this.#round().catch((error: unknown) => {
        if (!this.#isStopped) this.#options.onError(error);
        return false;
      });
    }
    this.#running = undefined;
    if (!this.#isStopped) this.#cancel = this.#options.after(went ? EVERY_MS : AGAIN_MS, () => this.#look());
  }

  /** False if it is to be tried again soon. */
  async #round(): Promise<boolean> {
    const { store, client, clock, onError } = this.#options;
    if (!this.#isSomethingToDo((wanted, shown) => wanted !== shown)) return true;
    // Before LINE is asked, which may be what does not work.
    if (this.#forgotten > 0) await dropLateUnlinks(store, clock);
    this.#aliases = await client.aliases();
    if (!this.#isSomethingToDo((wanted, shown) => wanted !== undefined && wanted !== shown)) return true;
    const result = await atLine(this.#options, async (line) => {
      this.#aliases = await line((it) => it.aliases());
      return linkStaff(store, line, wantedMenus(this.#aliases), { clock });
    });
    if ('busyUntilMs' in result) return false;
    // What LINE has against somebody it will have in half a minute, too.
    for (const error of result.done.failed) onError(error);
    return true;
  }

  /** Whether somebody is to be shown another menu than LINE was last told to. `wanted` is undefined where it is not known. */
  #isSomethingToDo(isOff: (wanted: string | null | undefined, shown: string | null) => boolean): boolean {
    const wanted = wantedMenus(this.#aliases);
    return this.#forgotten > 0 || this.#options.staff.records().some(({ data }) => isOff(wanted(data.role), data.menu));
  }
}
