import type { Clock } from '../../clock.ts';
import { lineDay } from '../../line/line-day.ts';

/** LINE goes on counting for so long after a message was sent (ms): 1,209,600 s (Messaging API reference, Get statistics per unit). */
const COUNTED_MS = 14 * 86_400_000;

/** Chats, or numbers of people in the crowd. */
type Chat = string | number;

/** What became of the messages of an aggregation unit. */
interface Opened {
  /** How many different people opened at least one message. */
  readonly people: number;
  /** For each bubble of a message, how often it was seen and by how many different people. */
  readonly bubbles: readonly { readonly times: number; readonly people: number }[];
}

export interface Openings {
  /** Messages of so many bubbles were sent under a unit's name. */
  readonly sent: (unit: string, chats: readonly Chat[], bubbles: number) => void;
  /** `viewer` opens that chat and sees all there is. */
  readonly opened: (chat: Chat, viewer: string) => void;
  /** What was opened from one day to another, both included (`yyyyMMdd`). */
  readonly of: (unit: string, from: string, to: string) => Opened;
  readonly reset: () => void;
}

/** Who opened what was sent under the name of an aggregation unit, and on which day first. */
export function createOpenings(clock: Clock): Openings {
  interface Sending {
    readonly unit: string;
    readonly atMs: number;
    readonly chats: ReadonlySet<Chat>;
    readonly bubbles: number;
    readonly openedOn: Map<string, string>;
  }
  const sendings: Sending[] = [];
  return {
    sent: (unit, chats, bubbles) => {
      sendings.push({ unit, atMs: clock().getTime(), chats: new Set(chats), bubbles, openedOn: new Map() });
    },
    opened: (chat, viewer) => {
      const now = clock();
      for (const { atMs, chats, openedOn } of sendings) {
        if (chats.has(chat) && !openedOn.has(viewer) && now.getTime() - atMs <= COUNTED_MS)
          openedOn.set(viewer, lineDay(now));
      }
    },
    of: (unit, from, to) => {
      const seen: string[][] = [];
      for (const { openedOn, bubbles } of sendings.filter((it) => it.unit === unit)) {
        const viewers = [...openedOn].flatMap(([viewer, day]) => (day >= from && day <= to ? [viewer] : []));
        if (viewers.length === 0) continue;
        for (let seq = 0; seq < bubbles; seq += 1) seen[seq] = [...(seen[seq] ?? []), ...viewers];
      }
      return {
        // Whoever opens a message sees its first bubble.
        people: new Set(seen[0]).size,
        bubbles: seen.map((viewers) => ({ times: viewers.length, people: new Set(viewers).size })),
      };
    },
    reset: () => {
      sendings.length = 0;
    },
  };
}
