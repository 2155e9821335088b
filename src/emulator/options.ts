import type { Clock } from '../clock.ts';
import type { NewId } from '../new-id.ts';

export interface EmulatorOptions {
  /** Port on 127.0.0.1; 0 takes a free one. */
  readonly port: number;
  /** Where the bot takes webhooks; can be set later. */
  readonly webhookUrl?: string;
  readonly channelSecret: string;
  readonly channelAccessToken: string;
  readonly clock: Clock;
  readonly newId: NewId;
  /** Takes one line per request and webhook, without texts, names or tokens. */
  readonly log?: (line: string) => void;
  readonly bot?: { readonly displayName: string; readonly basicId: string; readonly pictureUrl?: string };
  /** Messages a month; null is without limit. LINE's free plan in Thailand: 300 (as independent Thai projects report). */
  readonly monthlyLimit?: number | null;
  /** Only verified accounts may list their followers. Default true. */
  readonly verified?: boolean;
  /** How long the bot has for its 200, in ms. LINE: 2,000. */
  readonly webhookTimeoutMs?: number;
  /** When failed webhooks come again, in ms after the attempt before. LINE does not tell its own intervals. */
  readonly redeliverAfterMs?: readonly number[];
}
