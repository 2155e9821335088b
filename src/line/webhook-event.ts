import { createHash } from 'node:crypto';
import { z } from 'zod';

/** Where an event comes from. `userId` is missing for users who never agreed to be identified (line-platform: user consent). */
type EventSource =
  | { readonly type: 'user'; readonly userId: string | undefined }
  | { readonly type: 'group' | 'room'; readonly chatId: string; readonly userId: string | undefined };

/** What happened, reduced to what the product acts on. Everything else is `other`, also what LINE will invent next year. */
type EventContent =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly mentionsBot: boolean;
      /** LINE's id of the message, under which it may be taken back; undefined if LINE leaves it out. */
      readonly messageId: string | undefined;
    }
  | { readonly kind: 'unsend'; readonly messageId: string }
  | { readonly kind: 'non-text'; readonly messageType: string; readonly messageId: string | undefined }
  /** `date`: the day picked in a date picker, `2026-11-22`. */
  | { readonly kind: 'postback'; readonly data: string; readonly date: string | undefined }
  /** A tap that went to another rich menu, or, if that is gone, to none. */
  | { readonly kind: 'menu-switch' }
  | { readonly kind: 'follow' | 'unfollow' | 'join' | 'other' };

export interface LineEvent {
  /** `webhookEventId`, the same on redelivery; a digest of the event if LINE leaves it out. */
  readonly id: string;
  /** LINE's name of the event type, only if it is one we know; `other` otherwise (used as a metric label). */
  readonly type: string;
  /** When it happened (ms since 1970), also on redelivery. */
  readonly timestampMs: number;
  /** True while another module handles the chat: the bot must stay silent. */
  readonly standby: boolean;
  /** True if LINE says that it delivers the event again. */
  readonly redelivered: boolean;
  readonly replyToken: string | undefined;
  readonly source: EventSource | undefined;
  readonly content: EventContent;
}

/** A property that is missing, or is not what it should be, is taken as missing: the rest of the event still counts. */
const lenient = <T>(schema: z.ZodType<T>): z.ZodCatch<z.ZodOptional<z.ZodType<T>>> =>
  schema.optional().catch(undefined);
const Common = z.object({
  type: z.string().max(100),
  mode: lenient(z.string()),
  timestamp: lenient(z.number().nonnegative().max(Number.MAX_SAFE_INTEGER)),
  webhookEventId: lenient(z.string().min(1).max(100)),
  replyToken: lenient(z.string().min(1).max(500)),
  source: z.unknown().optional(),
  message: z.unknown().optional(),
  postback: z.unknown().optional(),
  unsend: z.unknown().optional(),
  deliveryContext: lenient(z.looseObject({ isRedelivery: lenient(z.boolean()) })),
});
const id = z.string().regex(/^[UCR][0-9a-f]{32}$/);
const userId = lenient(id);
const Source = z.union([
  z.object({ type: z.literal('user'), userId }),
  z.object({ type: z.literal('group'), groupId: id, userId }),
  z.object({ type: z.literal('room'), roomId: id, userId }),
]);
/** UTF-16 units; at most the longest text. */
const place = z.int().min(0).max(10_000);
const messageId = z.string().min(1).max(100);
const TextMessage = z.object({
  type: z.literal('text'),
  id: lenient(messageId),
  text: z.string().max(10_000),
  mention: lenient(
    z.looseObject({
      mentionees: z.array(z.object({ isSelf: lenient(z.boolean()), index: lenient(place), length: lenient(place) })),
    }),
  ),
});
const OtherMessage = z.object({
  type: z.enum(['sticker', 'image', 'video', 'audio', 'file', 'location']),
  id: lenient(messageId),
});
const Unsend = z.object({ messageId });
const Postback = z.object({
  data: z.string().max(300),
  params: lenient(z.looseObject({ date: lenient(z.iso.date()), status: z.unknown().optional() })),
});

/** Event types of LINE's webhook specification and reference (facts: Messaging API reference, Webhook Event Objects). */
const KNOWN_TYPES = new Set([
  'message',
  'messageEdited',
  'unsend',
  'follow',
  'unfollow',
  'join',
  'leave',
  'memberJoined',
  'memberLeft',
  'postback',
  'videoPlayComplete',
  'beacon',
  'accountLink',
  'membership',
  'module',
  'activated',
  'deactivated',
  'botSuspended',
  'botResumed',
  'delivery',
]);

/** Tokens of one repeated character (`000…`, `fff…`) were sent by LINE's console when it checked a URL; they cannot be answered. */
const PLACEHOLDER_TOKEN = /^(.)\1*$/;

/**
 * The events of a parsed webhook body. Lenient: what does not fit becomes `other` or is left out, never an error.
 * Returns undefined only if the body is not a webhook at all (no object, or `events` is there but no list).
 */
export function readEvents(body: unknown): readonly LineEvent[] | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  const events: unknown = (body as { events?: unknown }).events ?? [];
  if (!Array.isArray(events)) return undefined;
  return events.map(readEvent).filter((event) => event !== undefined);
}

function readEvent(raw: unknown): LineEvent | undefined {
  const common = Common.safeParse(raw);
  if (!common.success) return undefined;
  const event = common.data;
  const source = Source.safeParse(event.source);
  const token = event.replyToken;
  return {
    id: event.webhookEventId ?? digestOf(raw),
    type: KNOWN_TYPES.has(event.type) ? event.type : 'other',
    timestampMs: Math.trunc(event.timestamp ?? 0),
    standby: event.mode === 'standby',
    redelivered: event.deliveryContext?.isRedelivery === true,
    replyToken: token && !PLACEHOLDER_TOKEN.test(token) ? token : undefined,
    source: source.success ? toSource(source.data) : undefined,
    content: readContent(event),
  };
}

/** Lists nested too deeply to be written down again come from nobody we know: such events share one id, and one is handled. */
function digestOf(raw: unknown): string {
  let written: string;
  try {
    written = JSON.stringify(raw);
  } catch {
    written = 'nested too deeply';
  }
  return createHash('sha256').update(written).digest('hex');
}

function toSource(source: z.infer<typeof Source>): EventSource {
  switch (source.type) {
    case 'user':
      return { type: 'user', userId: source.userId };
    case 'group':
      return { type: 'group', chatId: source.groupId, userId: source.userId };
    case 'room':
      return { type: 'room', chatId: source.roomId, userId: source.userId };
  }
}

/** Mentions of the bot itself are cut out: they stand in the text as `@` and a display name, which may hold spaces. */
function readText({ id: messageId, text, mention }: z.infer<typeof TextMessage>): EventContent {
  const own = (mention?.mentionees ?? []).filter((one) => one.isSelf === true);
  const rest = own
    .toSorted((a, b) => (b.index ?? 0) - (a.index ?? 0))
    .reduce((left, { index = 0, length = 0 }) => left.slice(0, index) + left.slice(index + length), text);
  return { kind: 'text', text: rest, mentionsBot: own.length > 0, messageId };
}

function readContent(event: z.infer<typeof Common>): EventContent {
  switch (event.type) {
    case 'message': {
      const message = TextMessage.safeParse(event.message);
      if (message.success) {
        return readText(message.data);
      }
      const other = OtherMessage.safeParse(event.message);
      return other.success
        ? { kind: 'non-text', messageType: other.data.type, messageId: other.data.id }
        : { kind: 'other' };
    }
    case 'postback': {
      const postback = Postback.safeParse(event.postback);
      if (!postback.success) return { kind: 'other' };
      const { data, params } = postback.data;
      // Only rich menus that switch say how that went (Messaging API reference, Postback event).
      return params?.status === undefined ? { kind: 'postback', data, date: params?.date } : { kind: 'menu-switch' };
    }
    case 'unsend': {
      const unsend = Unsend.safeParse(event.unsend);
      return unsend.success ? { kind: 'unsend', messageId: unsend.data.messageId } : { kind: 'other' };
    }
    case 'follow':
    case 'unfollow':
    case 'join':
      return { kind: event.type };
    default:
      return { kind: 'other' };
  }
}
