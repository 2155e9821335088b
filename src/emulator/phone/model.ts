// What the screen knows: the emulator's state, which chat is open, which entry the panel shows, what was read.
import type { Entry, Persona, PhoneState, RichMenuView } from './contract.ts';

export type Change =
  { what: 'everything' } | { what: 'picked' } | { what: 'entry'; chat: string; entry: Entry; isNew: boolean };

export class Model {
  state: PhoneState;
  /** Id of the open chat; empty only when there is no persona. */
  chat: string;
  /** Number of the entry the panel shows; null: the newest. */
  picked: number | null = null;
  #read = new Map<string, number>();
  #listeners: ((change: Change) => void)[] = [];

  constructor(state: PhoneState) {
    this.state = state;
    this.chat = state.personas[0]?.id ?? '';
    this.#markRead();
  }

  onChange(listener: (change: Change) => void): void {
    this.#listeners.push(listener);
  }

  replace(state: PhoneState): void {
    this.state = state;
    if (!this.persona()) this.chat = state.personas[0]?.id ?? '';
    this.#markRead();
    this.#tell({ what: 'everything' });
  }

  open(chat: string): void {
    this.chat = chat;
    this.picked = null;
    this.#markRead();
    this.#tell({ what: 'everything' });
  }

  pick(seq: number | null): void {
    this.picked = seq;
    this.#tell({ what: 'picked' });
  }

  /** Takes a new or changed entry; an entry that is already known by its number is replaced. */
  put(chat: string, entry: Entry): void {
    const entries = (this.state.chats[chat] ??= []);
    const index = entries.findIndex((known) => known.seq === entry.seq);
    if (index >= 0) entries[index] = entry;
    else entries.push(entry);
    this.#markRead();
    this.#tell({ what: 'entry', chat, entry, isNew: index < 0 });
  }

  persona(id = this.chat): Persona | undefined {
    return this.state.personas.find((persona) => persona.id === id);
  }

  entries(chat = this.chat): readonly Entry[] {
    return this.state.chats[chat] ?? [];
  }

  /** The entry the panel shows. */
  shown(): Entry | undefined {
    return this.entries().find((entry) => entry.seq === this.picked) ?? this.entries().at(-1);
  }

  richMenu(): RichMenuView | null {
    return this.state.richMenus[this.chat] ?? null;
  }

  /** Messages from the account that came since the chat was last open. */
  unread(chat: string): number {
    const last = this.#read.get(chat) ?? 0;
    return this.entries(chat).filter((entry) => entry.kind === 'in' && entry.seq > last).length;
  }

  #markRead(): void {
    this.#read.set(this.chat, this.entries().at(-1)?.seq ?? 0);
  }

  #tell(change: Change): void {
    for (const listener of this.#listeners) listener(change);
  }
}
