import type { Clock } from '../../clock.ts';

/** A token works for one minute after its webhook or redelivery was received (LINE's reference, Reply token). */
const VALID_MS = 60_000;
/** Redelivered or not, it is over 20 minutes after the event. */
const EVENT_MS = 20 * 60_000;

interface Token {
  readonly chat: string;
  readonly eventAt: number;
  deliveredAt: number | undefined;
}

export interface ReplyTokens {
  readonly issue: (token: string, chat: string) => void;
  /** The webhook with this token is being handed over, for the first time or again. */
  readonly delivered: (token: string) => void;
  /** The chat the token belongs to, or undefined if it is unknown, used or expired. Does not use it up. */
  readonly chatOf: (token: string) => string | undefined;
  readonly use: (token: string) => void;
  readonly reset: () => void;
}

export function createReplyTokens(clock: Clock): ReplyTokens {
  const tokens = new Map<string, Token>();
  const isValid = (it: Token, now: number) =>
    it.deliveredAt !== undefined && now - it.deliveredAt <= VALID_MS && now - it.eventAt <= EVENT_MS;
  return {
    issue: (token, chat) => {
      const now = clock().getTime();
      for (const [key, it] of tokens) if (now - it.eventAt > EVENT_MS) tokens.delete(key);
      tokens.set(token, { chat, eventAt: now, deliveredAt: undefined });
    },
    delivered: (token) => {
      const it = tokens.get(token);
      if (it !== undefined) it.deliveredAt = clock().getTime();
    },
    chatOf: (token) => {
      const it = tokens.get(token);
      return it !== undefined && isValid(it, clock().getTime()) ? it.chat : undefined;
    },
    use: (token) => {
      tokens.delete(token);
    },
    reset: () => {
      tokens.clear();
    },
  };
}
