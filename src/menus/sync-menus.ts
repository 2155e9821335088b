import type { Clock } from '../clock.ts';
import type { AgencyStore } from '../store/port.ts';
import type { AtLine } from './at-line.ts';
import { linkStaff, type Linked } from './link-staff.ts';
import type { Menu } from './load-menus.ts';
import { wantedMenus } from './wanted-menu.ts';
import { EVERYBODYS, isOurAlias, isOurTitle, menuAlias } from './menu-names.ts';

export interface SyncOptions {
  readonly store: AgencyStore;
  readonly clock: Clock;
  /** The picture of a menu as a PNG, drawn only when LINE has not got it. */
  readonly picture: (menu: Menu) => Promise<Uint8Array>;
}

export interface Synced {
  /** Names of the menus LINE did not have. */
  readonly made: readonly string[];
  /** How many menus that are not used any more were removed. */
  readonly removed: number;
  readonly staff: Linked;
}

/**
 * Makes LINE have exactly these menus of ours, with their aliases, everybody's as the default, and everybody who works here linked
 * to theirs. What is ours is told by its title or alias; other menus are left alone, but no other stays the default.
 *
 * Menus are never changed, only made and removed, and the aliases are moved in between: whoever looks sees old menus or new ones, whole.
 * So it may break off after any call and be done again from the start, which goes on from what is there: a menu without its
 * picture gets it, one that nobody refers to is used or removed. Throws LineCallError, PictureError, StoreError.
 */
export async function syncMenus(menus: readonly Menu[], line: AtLine, options: SyncOptions): Promise<Synced> {
  const listed = (await line((client) => client.list())).filter(({ name }) => isOurTitle(name));
  const known = await line((client) => client.aliases());
  const made: string[] = [];
  const ids = new Map<string, string>();
  for (const menu of menus) {
    const alias = menuAlias(menu.name);
    const editions = listed.filter(({ name }) => name === menu.object.name).map(({ richMenuId }) => richMenuId);
    const inUse = editions.find((id) => id === known.get(alias));
    ids.set(alias, inUse ?? (await finish(menu, editions[0] ?? (await make(menu, line, made)), line, options)));
  }
  await moveAliases(ids, known, line);
  const everybodys = ids.get(menuAlias(EVERYBODYS));
  if (everybodys !== undefined && everybodys !== (await line((client) => client.default())))
    await line((client) => client.setDefault(everybodys));
  const used = new Set(ids.values());
  const unused = listed.filter(({ richMenuId }) => !used.has(richMenuId));
  // Whoever looks at an old edition of the citizens' view must not be left with a menu without a way back.
  const staff = await linkStaff(options.store, line, wantedMenus(ids), {
    clock: options.clock,
    again: unused.length > 0,
  });
  for (const alias of known.keys())
    if (isOurAlias(alias) && !ids.has(alias)) await line((client) => client.deleteAlias(alias));
  // After their aliases, so that none leads nowhere.
  for (const { richMenuId } of unused) await line((client) => client.delete(richMenuId));
  return { made, removed: unused.length, staff };
}

async function make(menu: Menu, line: AtLine, made: string[]): Promise<string> {
  await line((client) => client.validate(menu.object));
  const id = await line((client) => client.create(menu.object));
  made.push(menu.name);
  return id;
}

async function finish(menu: Menu, id: string, line: AtLine, { picture }: SyncOptions): Promise<string> {
  const png = await picture(menu);
  await line((client) => client.setPicture(id, png));
  return id;
}

type Aliases = ReadonlyMap<string, string>;

async function moveAliases(wanted: Aliases, known: Aliases, line: AtLine): Promise<void> {
  for (const [alias, id] of wanted) {
    const now = known.get(alias);
    if (now === undefined) await line((client) => client.createAlias(alias, id));
    else if (now !== id) await line((client) => client.updateAlias(alias, id));
  }
}
