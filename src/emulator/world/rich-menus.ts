import type { Ids } from './ids.ts';

/** A rich menu as it was created; checked before. */
export type RichMenu = Readonly<Record<string, unknown>>;

export interface RichMenus {
  readonly menus: Map<string, RichMenu>;
  /** Menus whose picture is uploaded. */
  readonly pictured: Set<string>;
  /** Alias → menu. */
  readonly aliases: Map<string, string>;
  /** User id → menu. */
  readonly linked: Map<string, string>;
  readonly create: (menu: RichMenu) => string;
  readonly remove: (id: string) => void;
  readonly defaultId: () => string | undefined;
  readonly setDefault: (id: string | undefined) => void;
  /** The menu a user sees: the user's own before the default. */
  readonly seenBy: (userId: string) => string | undefined;
  readonly reset: () => void;
}

export function createRichMenus(ids: Ids): RichMenus {
  const menus = new Map<string, RichMenu>();
  const pictured = new Set<string>();
  const aliases = new Map<string, string>();
  const linked = new Map<string, string>();
  let byDefault: string | undefined;
  return {
    menus,
    pictured,
    aliases,
    linked,
    create: (menu) => {
      const id = `richmenu-${ids.token()}`;
      menus.set(id, menu);
      return id;
    },
    remove: (id) => {
      menus.delete(id);
      pictured.delete(id);
      for (const [user, menu] of linked) if (menu === id) linked.delete(user);
      if (byDefault === id) byDefault = undefined;
    },
    defaultId: () => byDefault,
    setDefault: (id) => {
      byDefault = id;
    },
    seenBy: (userId) => linked.get(userId) ?? byDefault,
    reset: () => {
      menus.clear();
      pictured.clear();
      aliases.clear();
      linked.clear();
      byDefault = undefined;
    },
  };
}
