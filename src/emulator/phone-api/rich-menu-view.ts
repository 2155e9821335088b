import type { PersonaState } from '../world/persona.ts';
import type { World } from '../world/world.ts';

/** The rich menu under a persona's chat; groups have none. `imageUrl` is a path on the emulator. */
export function richMenuView(world: World, persona: PersonaState): object | null {
  if (persona.kind !== 'user') return null;
  const richMenuId = world.richMenus.seenBy(persona.lineId);
  const menu = richMenuId === undefined ? undefined : world.richMenus.menus.get(richMenuId);
  if (richMenuId === undefined || menu === undefined || !world.richMenus.pictured.has(richMenuId)) return null;
  const { name, chatBarText, size, areas, selected } = menu;
  return { richMenuId, name, chatBarText, size, areas, imageUrl: `/phone/media/${richMenuId}`, selected };
}
