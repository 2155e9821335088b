import type { World } from '../world/world.ts';
import { ApiError, badRequest, invalidProperty } from './api-error.ts';
import { type Call, ok, type Operation, operation } from './operation.ts';
import { picturedMenuOf } from './rich-menu-of.ts';

const USER_ID = /^U[0-9a-f]{32}$/;

function userId(call: Call): string {
  const id = call.params['userId'] ?? '';
  if (!USER_ID.test(id)) throw new ApiError(400, "The value for the 'userId' parameter is invalid");
  return id;
}

function userIds(value: unknown): readonly string[] {
  if (!Array.isArray(value)) throw invalidProperty('userIds');
  if (value.length < 1 || value.length > 500) {
    throw badRequest([{ message: 'Size must be between 1 and 500', property: 'userIds' }]);
  }
  for (const [i, id] of value.entries()) {
    if (typeof id !== 'string' || !USER_ID.test(id)) throw invalidProperty(`userIds[${i}]`);
  }
  return value as readonly string[];
}

/** Which menu everybody sees, and which one a user sees. */
export function richMenuLinkOperations(world: World): readonly Operation[] {
  const { richMenus, chats } = world;
  const done = (status: 200 | 202 = 200) => {
    chats.changed();
    return { status, body: {} };
  };
  return [
    operation('setDefaultRichMenu', 'POST /v2/bot/user/all/richmenu/{richMenuId}', (call) => {
      richMenus.setDefault(picturedMenuOf(world, call.params['richMenuId']));
      return done();
    }),
    operation('getDefaultRichMenuId', 'GET /v2/bot/user/all/richmenu', () => {
      const richMenuId = richMenus.defaultId();
      if (richMenuId === undefined) throw new ApiError(404, 'no default richmenu');
      return ok({ richMenuId });
    }),
    operation('cancelDefaultRichMenu', 'DELETE /v2/bot/user/all/richmenu', () => {
      richMenus.setDefault(undefined);
      return done();
    }),
    operation('linkRichMenuIdToUser', 'POST /v2/bot/user/{userId}/richmenu/{richMenuId}', (call) => {
      richMenus.linked.set(userId(call), picturedMenuOf(world, call.params['richMenuId']));
      return done();
    }),
    operation('getRichMenuIdOfUser', 'GET /v2/bot/user/{userId}/richmenu', (call) => {
      const richMenuId = richMenus.linked.get(userId(call));
      if (richMenuId === undefined) throw new ApiError(404, 'the user has no richmenu');
      return ok({ richMenuId });
    }),
    operation('unlinkRichMenuIdFromUser', 'DELETE /v2/bot/user/{userId}/richmenu', (call) => {
      richMenus.linked.delete(userId(call));
      return done();
    }),
    operation('linkRichMenuIdToUsers', 'POST /v2/bot/richmenu/bulk/link', (call) => {
      const body = call.json();
      const ids = userIds(body['userIds']);
      const menu = picturedMenuOf(world, body['richMenuId']);
      for (const id of ids) richMenus.linked.set(id, menu);
      return done(202);
    }),
    operation('unlinkRichMenuIdFromUsers', 'POST /v2/bot/richmenu/bulk/unlink', (call) => {
      for (const id of userIds(call.json()['userIds'])) richMenus.linked.delete(id);
      return done(202);
    }),
  ];
}
