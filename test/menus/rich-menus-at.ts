import type { Platform } from '../emulator/platform.ts';

/** Everything about rich menus that LINE knows, by the names of menus instead of LINE's ids. */
export interface RichMenusAt {
  /** Names of the menus, sorted; with `(no picture)` if it has none. */
  readonly menus: readonly string[];
  readonly aliases: Readonly<Record<string, string | undefined>>;
  readonly default: string | undefined;
  readonly people: Readonly<Record<string, string | undefined>>;
}

/** Asks the emulator through LINE's own client. `people`: LINE user ids. */
export async function richMenusAt({ client }: Platform, people: readonly string[]): Promise<RichMenusAt> {
  const { richmenus } = await client.getRichMenuList();
  const nameOf = (id: string | undefined): string | undefined =>
    id === undefined
      ? undefined
      : (richmenus.find(({ richMenuId }) => richMenuId === id)?.name ?? 'a menu that is gone');
  const shown = await Promise.all(
    richmenus.map(async ({ richMenuId, name }) => {
      const picture = await client.getRichMenuImage(richMenuId).catch(() => undefined);
      picture?.destroy();
      return picture ? name : `${name} (no picture)`;
    }),
  );
  const { aliases } = await client.getRichMenuAliasList();
  const byDefault = await client.getDefaultRichMenuId().catch(() => undefined);
  const linked = await Promise.all(
    people.map(async (id) => [id, nameOf((await client.getRichMenuIdOfUser(id).catch(() => undefined))?.richMenuId)]),
  );
  return {
    menus: shown.toSorted(),
    aliases: Object.fromEntries(aliases.map(({ richMenuAliasId: alias, richMenuId }) => [alias, nameOf(richMenuId)])),
    default: nameOf(byDefault?.richMenuId),
    people: Object.fromEntries(linked) as Record<string, string | undefined>,
  };
}
