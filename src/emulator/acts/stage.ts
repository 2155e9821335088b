import type { Webhook } from '../webhook/webhook.ts';
import type { Delivery, Entry, WebhookEvent } from '../world/entry.ts';
import type { PersonaState } from '../world/persona.ts';
import type { World } from '../world/world.ts';
import { ActError } from './act-error.ts';

/** An act: what appeared in the chat, and what the bot's webhook will have made of it. */
export interface Act {
  readonly entry: Entry;
  /** Settles after the last attempt; never rejects. */
  readonly delivered: Promise<Delivery>;
}

/** Who does something where: in a group somebody acts, in 1:1 the person. */
export interface Actor {
  readonly chat: PersonaState;
  readonly person: PersonaState;
}

export interface Stage {
  readonly world: World;
  /** The person acting in a chat the bot is in; throws ActError when there is none. */
  readonly actor: (chatId: string, as?: string) => Actor;
  readonly chat: (chatId: string) => PersonaState;
  /** An event of this chat, with a reply token where the kind has one. */
  readonly event: (actor: Actor, type: string, more: object, replyable?: boolean) => WebhookEvent;
  /** Shows an entry and hands its event to the bot. */
  readonly perform: (chat: PersonaState, entry: Omit<Entry, 'seq' | 'at'> & { readonly event: WebhookEvent }) => Act;
  /** Hands the event of an entry to the bot again. */
  readonly again: (chatId: string, seq: number) => Act;
  readonly markAsReadToken: () => string;
}

function source({ chat, person }: Actor): object {
  return chat.kind === 'group'
    ? { type: 'group', groupId: chat.lineId, ...(person === chat ? {} : { userId: person.lineId }) }
    : { type: 'user', userId: person.lineId };
}

export function createStage(world: World, webhook: Webhook): Stage {
  const { chats, ids, personas } = world;
  const chatOf = (id: string): PersonaState => {
    const chat = personas.get(id);
    if (chat === undefined) throw new ActError(`ไม่มีแชต ${id}`, 404);
    return chat;
  };
  const hand = (chat: PersonaState, entry: Entry, event: WebhookEvent, isRedelivery: boolean): Act => ({
    entry,
    delivered: webhook.deliver(
      event,
      (delivery) => {
        chats.update(chat.id, entry.seq, { delivery });
      },
      isRedelivery,
    ),
  });
  return {
    world,
    chat: chatOf,
    actor: (chatId, as) => {
      const chat = chatOf(chatId);
      if (chat.kind === 'user') {
        if (chat.blocked) throw new ActError('ผู้ใช้นี้บล็อกบัญชีอยู่ ต้องเลิกบล็อกก่อน');
        return { chat, person: chat };
      }
      if (!chat.friend) throw new ActError('บัญชียังไม่ได้อยู่ในกลุ่มนี้');
      const person = personas.get(as ?? chat.members[0] ?? '');
      if (person === undefined || !chat.members.includes(person.id)) throw new ActError('ผู้นี้ไม่ได้อยู่ในกลุ่ม');
      return { chat, person };
    },
    event: (actor, type, more, replyable = true) => {
      const replyToken = ids.token();
      if (replyable) world.replyTokens.issue(replyToken, actor.chat.id);
      return {
        type,
        ...more,
        webhookEventId: ids.webhookEvent(),
        deliveryContext: { isRedelivery: false },
        timestamp: world.clock().getTime(),
        source: source(actor),
        ...(replyable ? { replyToken } : {}),
        mode: 'active',
      };
    },
    perform: (chat, entry) => hand(chat, chats.add(chat.id, entry), entry.event, false),
    again: (chatId, seq) => {
      const chat = chatOf(chatId);
      const entry = chats.of(chat.id).find((it) => it.seq === seq);
      if (entry?.event === undefined) throw new ActError(`ไม่มีเหตุการณ์ลำดับ ${seq} ให้ส่งซ้ำ`, 404);
      return hand(chat, entry, entry.event as WebhookEvent, true);
    },
    markAsReadToken: () => {
      const token = ids.token();
      world.markAsReadTokens.add(token);
      return token;
    },
  };
}
