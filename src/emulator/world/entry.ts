/** What became of a webhook call. */
export interface Delivery {
  /** HTTP status of the last attempt; null when no answer came. */
  readonly status: number | null;
  readonly ms: number;
  readonly attempts: number;
  readonly error?: string;
}

export type Via = 'reply' | 'push' | 'multicast' | 'broadcast';

/** One line of a chat, seen from the phone: `out` was sent by a person, `in` came from the bot. */
export interface Entry {
  readonly seq: number;
  readonly at: string;
  readonly kind: 'out' | 'in' | 'system';
  /** A persona's id, or the name of the bot. */
  readonly from: string;
  readonly message?: Readonly<Record<string, unknown>>;
  readonly event?: Readonly<Record<string, unknown>>;
  readonly text?: string;
  /** What a phone would show as notification. */
  readonly notification?: string;
  readonly via?: Via;
  readonly delivery?: Delivery;
  readonly messageId?: string;
  /** The loading indicator was started for so many seconds. */
  readonly loadingSeconds?: number;
}

/** An event object as LINE puts it into a webhook. */
export type WebhookEvent = Readonly<Record<string, unknown>> & {
  readonly type: string;
  readonly replyToken?: string;
  readonly webhookEventId: string;
};
