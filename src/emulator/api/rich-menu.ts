import { checkRichMenu } from '../../line/limits/rich-menu.ts';
import { perHour, perSecond } from '../world/rate-limits.ts';
import type { RichMenu } from '../world/rich-menus.ts';
import type { World } from '../world/world.ts';
import { ApiError, refuse } from './api-error.ts';
import { type Call, ok, type Operation, operation } from './operation.ts';
import { menuOf } from './rich-menu-of.ts';

/** Rich menus of one account. */
const MOST_MENUS = 1000;

function checked(call: Call): RichMenu {
  const menu = call.json();
  refuse(checkRichMenu(menu));
  return menu;
}

function create(world: World, call: Call): object {
  const menu = checked(call);
  if (world.richMenus.menus.size >= MOST_MENUS)
    throw new ApiError(400, 'The maximum number of rich menus has been reached');
  return { richMenuId: world.richMenus.create(menu) };
}

/** Making, reading and deleting rich menus. */
export const richMenuOperations = (world: World): readonly Operation[] => [
  operation('createRichMenu', 'POST /v2/bot/richmenu', (call) => ok(create(world, call)), { rate: perHour(100) }),
  operation('validateRichMenuObject', 'POST /v2/bot/richmenu/validate', (call) => {
    checked(call);
    return ok();
  }),
  operation(
    'getRichMenuList',
    'GET /v2/bot/richmenu/list',
    () => ok({ richmenus: [...world.richMenus.menus].map(([richMenuId, menu]) => ({ richMenuId, ...menu })) }),
    { rate: perSecond(10) },
  ),
  operation('getRichMenu', 'GET /v2/bot/richmenu/{richMenuId}', (call) => {
    const [richMenuId, menu] = menuOf(world, call.params['richMenuId']);
    return ok({ richMenuId, ...menu });
  }),
  operation(
    'deleteRichMenu',
    'DELETE /v2/bot/richmenu/{richMenuId}',
    (call) => {
      const [richMenuId] = menuOf(world, call.params['richMenuId']);
      world.richMenus.remove(richMenuId);
      world.media.delete(richMenuId);
      world.chats.changed();
      return ok();
    },
    { rate: perHour(100) },
  ),
];
