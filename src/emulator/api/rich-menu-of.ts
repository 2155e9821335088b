import type { RichMenu } from '../world/rich-menus.ts';
import type { World } from '../world/world.ts';
import { ApiError, notFound } from './api-error.ts';

/** The rich menu with this id; throws LINE's 404. */
export function menuOf(world: World, id: unknown): readonly [id: string, menu: RichMenu] {
  const menu = typeof id === 'string' ? world.richMenus.menus.get(id) : undefined;
  if (typeof id !== 'string' || menu === undefined) throw notFound();
  return [id, menu];
}

/** The id of a rich menu that can be shown; throws LINE's 400 if its picture is missing. */
export function picturedMenuOf(world: World, id: unknown): string {
  const [found] = menuOf(world, id);
  if (!world.richMenus.pictured.has(found)) {
    throw new ApiError(400, 'must upload richmenu image before applying it to user');
  }
  return found;
}
