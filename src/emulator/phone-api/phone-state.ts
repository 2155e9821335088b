import { showPersona } from '../world/persona.ts';
import type { World } from '../world/world.ts';
import { richMenuView } from './rich-menu-view.ts';

/** Everything the phone screen shows. */
export function phoneState(world: World): object {
  const { displayName, basicId, pictureUrl } = world.bot;
  const personas = world.personas.all();
  return {
    bot: { displayName, basicId, ...(pictureUrl === undefined ? {} : { pictureUrl }) },
    personas: personas.map(showPersona),
    chats: Object.fromEntries(personas.map((it) => [it.id, world.chats.of(it.id)])),
    richMenus: Object.fromEntries(personas.map((it) => [it.id, richMenuView(world, it)])),
    quota: { limit: world.quota.limit(), used: world.quota.used() },
    faults: world.faults.list(),
    settings: { ...world.settings },
  };
}
