import type { Clock } from '../../clock.ts';
import type { Entry } from './entry.ts';

export type ChatChange =
  { readonly type: 'entry' | 'update'; readonly chat: string; readonly entry: Entry } | { readonly type: 'state' };

export interface Chats {
  readonly of: (chat: string) => readonly Entry[];
  readonly add: (chat: string, entry: Omit<Entry, 'seq' | 'at'>) => Entry;
  readonly update: (chat: string, seq: number, change: Partial<Entry>) => void;
  /** Says that something other than an entry changed. */
  readonly changed: () => void;
  /** Calls `listener` on every change until the returned function is called. */
  readonly watch: (listener: (change: ChatChange) => void) => () => void;
  readonly reset: () => void;
}

/** Entries kept per chat; older ones are dropped, so that a test that runs for hours does not fill the memory. */
const MOST_ENTRIES = 1000;

export function createChats(clock: Clock): Chats {
  const chats = new Map<string, Entry[]>();
  const listeners = new Set<(change: ChatChange) => void>();
  let last = 0;
  const tell = (change: ChatChange) => {
    for (const listener of listeners) listener(change);
  };
  return {
    of: (chat) => chats.get(chat) ?? [],
    add: (chat, entry) => {
      last += 1;
      const made: Entry = { seq: last, at: clock().toISOString(), ...entry };
      const list = chats.get(chat) ?? [];
      chats.set(chat, list);
      list.push(made);
      if (list.length > MOST_ENTRIES) list.shift();
      tell({ type: 'entry', chat, entry: made });
      return made;
    },
    update: (chat, seq, change) => {
      const list = chats.get(chat) ?? [];
      const i = list.findIndex((it) => it.seq === seq);
      const old = list[i];
      if (old === undefined) return;
      const entry = { ...old, ...change };
      list[i] = entry;
      tell({ type: 'update', chat, entry });
    },
    changed: () => {
      tell({ type: 'state' });
    },
    watch: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    reset: () => {
      chats.clear();
      tell({ type: 'state' });
    },
  };
}
