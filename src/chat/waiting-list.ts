import type { Clock } from '../clock.ts';
import type { LineEvent } from '../line/webhook-event.ts';
import type { Waiting } from '../people/waiting.ts';
import { waiting } from '../store/collections.ts';
import type { AgencyStore, Doc } from '../store/port.ts';

/** How long what this server has just written counts for more than what the watch tells, which may still be older (ms). */
const OWN_WORD_MS = 10_000;

export interface WaitingListOptions {
  readonly store: AgencyStore;
  readonly clock: Clock;
  readonly onError: (error: Error) => void;
}

/**
 * For whom the chat waits, known without a read: every server watches the collection, which holds only people who are
 * writing just now. The watch tells of 1,000 at most; past that, a server knows those whose tap came to itself. It may be
 * wrong for a moment, so whoever acts on it looks into the store once more.
 */
export class WaitingList {
  readonly #options: WaitingListOptions;
  readonly #own = new Map<string, { readonly is: Waiting | undefined; readonly atMs: number }>();
  readonly #stopWatch: () => void;
  #seen: ReadonlyMap<string, Waiting> = new Map();

  constructor(options: WaitingListOptions) {
    this.#options = options;
    this.#stopWatch = options.store.watch(waiting, (docs) => this.#see(docs), options.onError);
  }

  /** What the chat waits for from that LINE user when that event comes; what another event has brought is waited for no more. */
  of(userId: string, { id, timestampMs }: Pick<LineEvent, 'id' | 'timestampMs'>): Waiting | undefined {
    const own = this.#own.get(userId);
    const found = own ? own.is : this.#seen.get(userId);
    if (found === undefined || timestampMs > found.untilMs) return undefined;
    const taken = found.for === 'input' && found.takenBy !== undefined && found.takenBy !== id;
    return taken ? undefined : found;
  }

  /** To be told after a commit of this server, so that the next message need not wait for the watch. */
  changed(userId: string, is: Waiting | undefined): void {
    this.#own.set(userId, { is, atMs: this.#options.clock().getTime() });
  }

  stop(): void {
    this.#stopWatch();
  }

  #see(docs: readonly Doc<Waiting>[]): void {
    this.#seen = new Map(docs.map(({ id, data }) => [id, data]));
    const now = this.#options.clock().getTime();
    for (const [id, own] of this.#own) if (now - own.atMs > OWN_WORD_MS) this.#own.delete(id);
  }
}
