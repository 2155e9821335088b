import type { Chats } from './world/chats.ts';
import type { Entry } from './world/entry.ts';

export interface Waiting {
  /** Waits for this many messages. Default 1. */
  readonly count?: number;
  /** Only messages after this entry count. Default: the last thing that happened on the person's side. */
  readonly after?: number;
  /** Gives up after so many real milliseconds. Default 5,000. */
  readonly timeoutMs?: number;
}

/** The messages the bot sent after the last thing the person did. Rejects when they do not come in time. */
export function waitForReply(chats: Chats, chat: string, waiting: Waiting = {}): Promise<readonly Entry[]> {
  const { count = 1, timeoutMs = 5000 } = waiting;
  const after = waiting.after ?? chats.of(chat).findLast((it) => it.event !== undefined)?.seq ?? 0;
  const arrived = () => chats.of(chat).filter((it) => it.kind === 'in' && it.seq > after);
  return new Promise((resolve, reject) => {
    const finish = () => {
      clearTimeout(timer);
      stop();
    };
    const look = () => {
      const entries = arrived();
      if (entries.length < count) return;
      finish();
      resolve(entries);
    };
    const stop = chats.watch(look);
    const timer = setTimeout(() => {
      finish();
      reject(new Error(`${arrived().length} of ${count} messages arrived in ${chat} within ${timeoutMs} ms`));
    }, timeoutMs);
    look();
  });
}
