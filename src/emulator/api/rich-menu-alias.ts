import { perHour } from '../world/rate-limits.ts';
import type { World } from '../world/world.ts';
import { ApiError, badRequest } from './api-error.ts';
import { type Call, ok, type Operation, operation } from './operation.ts';
import { picturedMenuOf } from './rich-menu-of.ts';

const ALIAS = /^[a-z0-9_-]{1,32}$/;
const MOST_ALIASES = 1000;

function aliasOf(world: World, call: Call): string {
  const alias = call.params['richMenuAliasId'] ?? '';
  if (!world.richMenus.aliases.has(alias)) throw new ApiError(404, 'richmenu alias not found');
  return alias;
}

function create(world: World, call: Call): void {
  const { richMenuAliasId: alias, richMenuId } = call.json();
  if (typeof alias !== 'string' || !ALIAS.test(alias)) {
    throw badRequest([{ message: `Must match the pattern ${ALIAS.source}`, property: 'richMenuAliasId' }]);
  }
  const { aliases } = world.richMenus;
  if (aliases.has(alias)) throw new ApiError(400, 'conflict richmenu alias id');
  if (aliases.size >= MOST_ALIASES) throw new ApiError(400, 'The maximum number of rich menu aliases has been reached');
  aliases.set(alias, picturedMenuOf(world, richMenuId));
}

/** Names for rich menus, so that a tap can switch between them. */
export const richMenuAliasOperations = (world: World): readonly Operation[] => [
  operation('createRichMenuAlias', 'POST /v2/bot/richmenu/alias', (call) => {
    create(world, call);
    return ok();
  }),
  operation('getRichMenuAliasList', 'GET /v2/bot/richmenu/alias/list', () =>
    ok({
      aliases: [...world.richMenus.aliases].map(([richMenuAliasId, richMenuId]) => ({ richMenuAliasId, richMenuId })),
    }),
  ),
  operation('getRichMenuAlias', 'GET /v2/bot/richmenu/alias/{richMenuAliasId}', (call) => {
    const richMenuAliasId = aliasOf(world, call);
    return ok({ richMenuAliasId, richMenuId: world.richMenus.aliases.get(richMenuAliasId) });
  }),
  operation('updateRichMenuAlias', 'POST /v2/bot/richmenu/alias/{richMenuAliasId}', (call) => {
    world.richMenus.aliases.set(aliasOf(world, call), picturedMenuOf(world, call.json()['richMenuId']));
    return ok();
  }),
  operation(
    'deleteRichMenuAlias',
    'DELETE /v2/bot/richmenu/alias/{richMenuAliasId}',
    (call) => {
      world.richMenus.aliases.delete(aliasOf(world, call));
      return ok();
    },
    { rate: perHour(100) },
  ),
];
