import type { Clock } from '../../clock.ts';
import type { EmulatorOptions } from '../options.ts';
import { type Chats, createChats } from './chats.ts';
import { createCrowd, type Crowd } from './crowd.ts';
import { createFaults, type Faults } from './faults.ts';
import { createIds, type Ids, lineIdOf } from './ids.ts';
import type { MediaStore } from './media.ts';
import { createOpenings, type Openings } from './openings.ts';
import { createPersonas, type Personas } from './personas.ts';
import { createQuota, type Quota } from './quota.ts';
import { createRateLimits, type RateLimits } from './rate-limits.ts';
import { createReplyTokens, type ReplyTokens } from './reply-tokens.ts';
import { createRetryKeys, type RetryKeys } from './retry-keys.ts';
import { createRichMenus, type RichMenus } from './rich-menus.ts';
import { createStatistics, type Statistics } from './statistics.ts';

export interface Bot {
  readonly userId: string;
  readonly displayName: string;
  readonly basicId: string;
  readonly pictureUrl?: string;
}

export interface Settings {
  /** Failed webhooks come again. */
  redelivery: boolean;
  /** How many copies of every webhook come besides the first. */
  duplicates: number;
}

/** Everything the platform knows, in memory. */
export interface World {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly bot: Bot;
  readonly verified: boolean;
  readonly channelAccessToken: string;
  readonly settings: Settings;
  readonly personas: Personas;
  readonly crowd: Crowd;
  readonly chats: Chats;
  readonly replyTokens: ReplyTokens;
  readonly retryKeys: RetryKeys;
  readonly quota: Quota;
  readonly rateLimits: RateLimits;
  readonly faults: Faults;
  readonly richMenus: RichMenus;
  readonly media: MediaStore;
  readonly statistics: Statistics;
  readonly openings: Openings;
  /** Tokens for marking as read that webhooks carried. */
  readonly markAsReadTokens: Set<string>;
  /** Request ids of accepted asynchronous work, with when it was accepted: narrowcasts and rich menu batches. */
  readonly accepted: Map<string, Date>;
  /** Back to the first day. */
  readonly reset: () => void;
}

export function createWorld(options: EmulatorOptions): World {
  const { clock } = options;
  const ids = createIds(clock, options.newId);
  const settings: Settings = { redelivery: false, duplicates: 0 };
  const stores = {
    replyTokens: createReplyTokens(clock),
    retryKeys: createRetryKeys(clock),
    quota: createQuota(clock, options.monthlyLimit === undefined ? 300 : options.monthlyLimit),
    rateLimits: createRateLimits(clock),
    richMenus: createRichMenus(ids),
    statistics: createStatistics(clock),
    openings: createOpenings(clock),
    personas: createPersonas(),
    crowd: createCrowd(),
    // Last, because its reset tells the watchers to look again.
    chats: createChats(clock),
  };
  // Whoever writes or taps in a chat has it open.
  stores.chats.watch((change) => {
    if (change.type === 'entry' && change.entry.kind === 'out') stores.openings.opened(change.chat, change.entry.from);
  });
  const faults = createFaults();
  const collections = { media: new Map(), markAsReadTokens: new Set<string>(), accepted: new Map<string, Date>() };
  return {
    clock,
    ids,
    bot: {
      userId: lineIdOf('U', 'bot'),
      ...(options.bot ?? { displayName: 'บัญชีทดลอง', basicId: '@000aaaaa' }),
    },
    verified: options.verified ?? true,
    channelAccessToken: options.channelAccessToken,
    settings,
    faults,
    ...stores,
    ...collections,
    reset: () => {
      Object.assign(settings, { redelivery: false, duplicates: 0 });
      faults.clear();
      for (const it of Object.values(collections)) it.clear();
      for (const it of Object.values(stores)) it.reset();
    },
  };
}
