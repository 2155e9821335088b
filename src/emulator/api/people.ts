import { isReachable } from '../world/personas.ts';
import type { PersonaState } from '../world/persona.ts';
import type { World } from '../world/world.ts';
import { ApiError, notFound } from './api-error.ts';
import { type Call, ok, type Operation, operation } from './operation.ts';

const FORBIDDEN = 'Access to this API is not available for your account';

const param = (call: Call, name: string): string => call.params[name] ?? '';

function userOf(world: World, id: string): PersonaState {
  if (!/^U[0-9a-f]{32}$/.test(id)) throw new ApiError(400, "The value for the 'userId' parameter is invalid");
  const persona = world.personas.byLineId(id);
  if (persona === undefined) throw notFound();
  return persona;
}

/** A group the account is in. */
function groupOf(world: World, call: Call): PersonaState {
  const group = world.personas.byLineId(param(call, 'groupId'));
  if (group?.kind !== 'group' || !group.friend) throw notFound();
  return group;
}

function memberProfile(world: World, call: Call): object {
  const group = groupOf(world, call);
  const member = userOf(world, param(call, 'userId'));
  if (!group.members.includes(member.id)) throw notFound();
  return { displayName: member.name, userId: member.lineId };
}

/** Who blocked the account, or never had anything to do with it, has no profile. */
function profile(world: World, call: Call): object {
  const user = userOf(world, param(call, 'userId'));
  if (!isReachable(user, world.clock())) throw notFound();
  return { displayName: user.name, userId: user.lineId, language: 'th' };
}

function followers(world: World, call: Call): object {
  if (!world.verified) throw new ApiError(403, FORBIDDEN);
  const limit = Number(call.query.get('limit') ?? 300);
  const start = Number(call.query.get('start') ?? 0);
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000 || !Number.isInteger(start)) {
    throw new ApiError(400, "The value for the 'limit' parameter is invalid");
  }
  const ids = world.personas.all().flatMap((it) => (it.kind === 'user' && it.friend ? [it.lineId] : []));
  const end = start + limit;
  return { userIds: ids.slice(start, end), ...(end < ids.length ? { next: String(end) } : {}) };
}

/** Who the bot is and whom it talks with. */
export const peopleOperations = (world: World): readonly Operation[] => [
  operation('getBotInfo', 'GET /v2/bot/info', () => ok({ ...world.bot, chatMode: 'bot', markAsReadMode: 'auto' }), {
    alias: 'info',
  }),
  operation('getProfile', 'GET /v2/bot/profile/{userId}', (call) => ok(profile(world, call)), { alias: 'profile' }),
  operation('getFollowers', 'GET /v2/bot/followers/ids', (call) => ok(followers(world, call)), { alias: 'followers' }),
  operation('getGroupSummary', 'GET /v2/bot/group/{groupId}/summary', (call) => {
    const group = groupOf(world, call);
    return ok({ groupId: group.lineId, groupName: group.name });
  }),
  operation('getGroupMemberCount', 'GET /v2/bot/group/{groupId}/members/count', (call) =>
    ok({ count: groupOf(world, call).members.length }),
  ),
  operation('getGroupMemberProfile', 'GET /v2/bot/group/{groupId}/member/{userId}', (call) =>
    ok(memberProfile(world, call)),
  ),
  operation('leaveGroup', 'POST /v2/bot/group/{groupId}/leave', (call) => {
    const group = groupOf(world, call);
    group.friend = false;
    world.chats.add(group.id, { kind: 'system', from: world.bot.displayName, text: 'บัญชีออกจากกลุ่มแล้ว' });
    world.chats.changed();
    return ok();
  }),
];
