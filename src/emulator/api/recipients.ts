import { isReachable } from '../world/personas.ts';
import type { PersonaState } from '../world/persona.ts';
import type { World } from '../world/world.ts';
import { ApiError, invalidProperty } from './api-error.ts';

const USER_ID = /^U[0-9a-f]{32}$/;
const CHAT_ID = /^[UCR][0-9a-f]{32}$/;

/** Whom a message goes to: the chat it appears in and how many people it counts for. */
export interface Recipient {
  /** A persona's chat, or the number of somebody in the crowd. */
  readonly chat: string | number;
  readonly people: number;
}

const people = (persona: PersonaState): number => (persona.kind === 'group' ? persona.members.length : 1);

function reach(world: World, persona: PersonaState): readonly Recipient[] {
  const reached = persona.kind === 'group' ? persona.friend : isReachable(persona, world.clock());
  return reached ? [{ chat: persona.id, people: people(persona) }] : [];
}

/** The one recipient of a push; none if LINE would take the message and not deliver it. */
export function pushRecipient(world: World, to: unknown): readonly Recipient[] {
  if (typeof to !== 'string' || !CHAT_ID.test(to)) throw invalidProperty('to');
  const [one] = inCrowd(world, [to]);
  if (one) return [one];
  const persona = world.personas.byLineId(to);
  if (persona === undefined || (persona.kind === 'group' && !persona.friend)) {
    throw new ApiError(400, 'Failed to send messages');
  }
  return reach(world, persona);
}

/** The recipients of a multicast: 1 to 500 user ids; blocked and unknown ones are left out. */
export function multicastRecipients(world: World, to: unknown): readonly Recipient[] {
  if (!Array.isArray(to)) throw invalidProperty('to');
  if (to.length > 500) {
    throw new ApiError(400, {
      message: 'The request body has 1 error(s)',
      details: [{ message: 'Size must be between 1 and 500', property: 'to' }],
    });
  }
  for (const [i, id] of to.entries()) {
    if (typeof id !== 'string' || !USER_ID.test(id)) throw invalidProperty(`to[${i}]`);
  }
  const ids = [...new Set<string>(to)];
  const crowd = inCrowd(world, ids);
  if (crowd.length === ids.length) return crowd;
  const personas = ids.flatMap((id) => world.personas.byLineId(id) ?? []);
  return [...crowd, ...personas.flatMap((it) => reach(world, it))];
}

function inCrowd(world: World, ids: readonly string[]): Recipient[] {
  return ids.flatMap((id) => {
    const chat = world.crowd.indexOf(id);
    return chat === undefined ? [] : [{ chat, people: 1 }];
  });
}

/** The personas who follow the account. */
export const friends = (world: World): readonly Recipient[] =>
  world.personas
    .all()
    .filter((it) => it.kind === 'user' && it.friend)
    .map((it) => ({ chat: it.id, people: 1 }));
