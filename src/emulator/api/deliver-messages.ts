import { notificationOf } from './notification.ts';
import type { Via } from '../world/entry.ts';
import type { World } from '../world/world.ts';

type Message = Readonly<Record<string, unknown>>;

/** An accepted message: the id LINE answers with, and the token to quote it by. */
export interface SentMessage {
  readonly id: string;
  readonly quoteToken?: string;
}

const QUOTABLE = new Set(['text', 'textV2', 'sticker', 'image', 'video', 'template', 'flex', 'imagemap']);

/** Gives each message its id. */
export const nameMessages = (world: World, messages: readonly Message[]): readonly SentMessage[] =>
  messages.map((it) => ({
    id: world.ids.message(),
    ...(QUOTABLE.has(String(it['type'])) ? { quoteToken: world.ids.token() } : {}),
  }));

/** Puts messages into a chat, as the phone shows them. */
export function deliverMessages(
  world: World,
  chat: string,
  messages: readonly Message[],
  sent: readonly SentMessage[],
  how: { readonly via: Via; readonly silent: boolean },
): void {
  for (const [i, message] of messages.entries()) {
    const messageId = sent[i]?.id;
    world.chats.add(chat, {
      kind: 'in',
      from: world.bot.displayName,
      message,
      via: how.via,
      ...(how.silent ? {} : { notification: notificationOf(message) }),
      ...(messageId === undefined ? {} : { messageId }),
    });
  }
}
