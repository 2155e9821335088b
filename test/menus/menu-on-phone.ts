import type { Emulator } from '../../src/emulator/emulator.ts';

/** A rich menu as the emulator's phone shows it. */
export interface MenuOnPhone {
  readonly name: string;
  readonly areas: readonly { readonly action: Readonly<Record<string, string>> }[];
}

/** The rich menu under a chat, null if there is none. Unlike LINE's list of menus it may be asked for as often as one likes. */
export async function menuOnPhone({ url }: Pick<Emulator, 'url'>, chat: string): Promise<MenuOnPhone | null> {
  const answer = await fetch(`${url}/phone/api/state`);
  const { richMenus } = (await answer.json()) as { richMenus: Readonly<Record<string, MenuOnPhone | null>> };
  return richMenus[chat] ?? null;
}
