import type { Act } from './acts/stage.ts';
import { createActs } from './acts/acts.ts';
import { createStage } from './acts/stage.ts';
import { allOperations } from './api/operations.ts';
import { createApi, type Served } from './api/serve-api.ts';
import type { EmulatorOptions } from './options.ts';
import { createPhone } from './phone-api/serve-phone.ts';
import { listen } from './listen.ts';
import { waitForReply, type Waiting } from './wait-for-reply.ts';
import type { Posted } from './webhook/post-webhook.ts';
import { createWebhook } from './webhook/webhook.ts';
import type { Crowd } from './world/crowd.ts';
import type { Delivery, Entry } from './world/entry.ts';
import type { Faults } from './world/faults.ts';
import type { Media } from './world/media.ts';
import { type Persona, showPersona } from './world/persona.ts';
import type { Quota } from './world/quota.ts';
import { createWorld, type Bot, type Settings } from './world/world.ts';
import type { Place } from './acts/say.ts';
import type { Tap } from './acts/tap.ts';

/**
 * A running LINE platform. The acts of a persona resolve when its webhook was answered, redeliveries included, and throw
 * ActError when LINE would not let the persona do it.
 */
export interface Emulator {
  /** Its API and its phone screen, such as `http://127.0.0.1:8081`. */
  readonly url: string;
  readonly bot: Bot;
  readonly faults: Faults;
  readonly settings: Settings;
  readonly quota: Quota;
  readonly crowd: Crowd;
  readonly setWebhookUrl: (url: string) => void;
  readonly personas: () => readonly Persona[];
  readonly persona: (id: string) => Persona;
  readonly addPersona: (kind: 'user' | 'group', name: string) => Persona;
  readonly sendText: (chat: string, text: string, as?: string) => Promise<Delivery>;
  readonly sendSticker: (chat: string, as?: string) => Promise<Delivery>;
  /** `picture`: left out, a small one that the emulator makes up. */
  readonly sendImage: (chat: string, as?: string, picture?: Media) => Promise<Delivery>;
  readonly sendAudio: (chat: string, as?: string) => Promise<Delivery>;
  readonly sendLocation: (chat: string, place?: Place, as?: string) => Promise<Delivery>;
  readonly postback: (chat: string, tap: Tap) => Promise<Delivery>;
  readonly follow: (chat: string) => Promise<Delivery>;
  readonly unfollow: (chat: string) => Promise<Delivery>;
  readonly join: (chat: string, as?: string) => Promise<Delivery>;
  readonly leave: (chat: string) => Promise<Delivery>;
  readonly unsend: (chat: string, messageId: string) => Promise<Delivery>;
  readonly edit: (chat: string, messageId: string, text: string) => Promise<Delivery>;
  /** Sends the event of an entry again, as a redelivery. */
  readonly redeliver: (chat: string, seq: number) => Promise<Delivery>;
  /** Hands any events to the bot in one signed webhook, once: also such as no persona causes. */
  readonly sendEvents: (events: readonly object[]) => Promise<Posted>;
  /** Somebody opens the chat and sees what is new: a persona, or the number of somebody in the crowd. */
  readonly look: (who: string | number) => void;
  readonly chat: (chat: string) => readonly Entry[];
  /** The messages the bot sent into a chat. */
  readonly sent: (chat: string) => readonly Readonly<Record<string, unknown>>[];
  readonly waitForReply: (chat: string, waiting?: Waiting) => Promise<readonly Entry[]>;
  /** The latest requests to the API, oldest first. */
  readonly requests: () => readonly Served[];
  readonly reset: () => void;
  readonly close: () => Promise<void>;
}

/** Requests kept for `requests()`. */
const MOST_SERVED = 1000;

/** Starts a local LINE platform with a phone screen, on 127.0.0.1 only. */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const world = createWorld(options);
  const webhook = createWebhook(options, world);
  const stage = createStage(world, webhook);
  let url = '';
  const acts = createActs(stage, () => url);
  const served: Served[] = [];
  const api = createApi(world, allOperations(world, webhook), (it) => {
    options.log?.(`api ${it.operation} ${it.status ?? 'no answer'}`);
    served.push(it);
    if (served.length > MOST_SERVED) served.shift();
  });
  const phone = createPhone(world, acts, () => url);
  const server = await listen(options.port, (request, response, path) =>
    path.pathname.startsWith('/v2/') || path.pathname.startsWith('/bot/')
      ? api(request, response, path)
      : phone(request, response, path.pathname),
  );
  ({ url } = server);

  /** Makes an act of the phone screen one that waits for its webhook. */
  const awaited =
    <Rest extends readonly unknown[]>(act: (...rest: Rest) => Act) =>
    async (...rest: Rest): Promise<Delivery> =>
      act(...rest).delivered;

  return {
    url,
    bot: world.bot,
    faults: world.faults,
    settings: world.settings,
    quota: world.quota,
    crowd: world.crowd,
    setWebhookUrl: webhook.setUrl,
    personas: () => world.personas.all().map(showPersona),
    persona: (id) => showPersona(stage.chat(id)),
    addPersona: (kind, name) => showPersona(world.personas.add(kind, name)),
    sendText: awaited(acts.text),
    sendSticker: awaited((chat: string, as?: string) => acts.sticker(chat, as)),
    sendImage: awaited(acts.image),
    sendAudio: awaited(acts.audio),
    sendLocation: awaited(acts.location),
    postback: awaited(acts.postback),
    follow: awaited(acts.follow),
    unfollow: awaited(acts.unfollow),
    join: awaited(acts.join),
    leave: awaited(acts.leave),
    unsend: awaited(acts.unsend),
    edit: awaited(acts.edit),
    redeliver: awaited(acts.redeliver),
    sendEvents: webhook.post,
    look: (who) => world.openings.opened(who, String(who)),
    chat: world.chats.of,
    sent: (chat) => world.chats.of(chat).flatMap((it) => (it.kind === 'in' && it.message ? [it.message] : [])),
    waitForReply: (chat, waiting) => waitForReply(world.chats, chat, waiting),
    requests: () => [...served],
    reset: () => {
      served.length = 0;
      world.reset();
    },
    close: async () => {
      webhook.close();
      await server.close();
    },
  };
}
