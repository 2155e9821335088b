import { dayOf } from '../bangkok-time.ts';
import type { Clock } from '../clock.ts';
import type { After } from '../store/after.ts';
import { daykeys } from '../store/collections.ts';
import type { AgencyStore } from '../store/port.ts';
import { StoreError } from '../store/store-error.ts';
import { keptUntilMs, oldestKeptDay } from './kept-days.ts';
import { forgetPastDays } from './past-days.ts';

/** How far ahead of this server's clock an event may be (ms). */
const AHEAD_MS = 10 * 60_000;

export interface DayKeysOptions {
  readonly store: AgencyStore;
  readonly clock: Clock;
  readonly after: After;
  /** 32 random bytes as base64url: `() => randomBytes(32).toString('base64url')`. */
  readonly newKey: () => string;
  /** Told when a key could not be thrown away in the store on time; the daily work tries again. */
  readonly onError: (error: unknown) => void;
}

interface Kept {
  readonly key: Promise<string | undefined>;
  /** Stops the timer that throws it away. */
  cancel: () => void;
}

/** No key is kept for a day further away than this (ms). */
const FURTHEST_MS = 3 * 86_400_000;

/**
 * The keys that feedback ids are made with, one for each day of Bangkok, made by whoever needs it first and read once by
 * every server. At 01:00 after its day a key is thrown away, in memory and in the store (see kept-days.ts).
 */
export class DayKeys {
  readonly #options: DayKeysOptions;
  readonly #kept = new Map<string, Kept>();

  constructor(options: DayKeysOptions) {
    this.#options = options;
  }

  /**
   * The key of the day on which something happened (ms since 1970). Undefined: its key has been thrown away, or that day
   * is still to come. Rejects as the store does; a failed try is not remembered.
   */
  keyAt(happenedMs: number): Promise<string | undefined> {
    const now = this.#options.clock();
    // Also false for what is no moment at all: LINE's timestamps are any number.
    if (!(Math.abs(happenedMs - now.getTime()) <= FURTHEST_MS)) return Promise.resolve(undefined);
    const oldest = oldestKeptDay(now);
    const day = dayOf(new Date(happenedMs));
    if (day < oldest || day > dayOf(new Date(now.getTime() + AHEAD_MS))) return Promise.resolve(undefined);
    const known = this.#kept.get(day);
    if (known) return known.key;
    const kept: Kept = { key: this.#findOrMake(day), cancel: this.#throwAwayOnTime(day) };
    this.#kept.set(day, kept);
    kept.key.catch(() => {
      if (this.#kept.get(day) === kept) this.#forget(day);
    });
    return kept.key;
  }

  /** Forgets every key and stops all timers. The keys in the store stay for the next start. */
  stop(): void {
    for (const day of this.#kept.keys()) this.#forget(day);
  }

  #forget(day: string): void {
    this.#kept.get(day)?.cancel();
    this.#kept.delete(day);
  }

  #throwAwayOnTime(day: string): () => void {
    const { after, clock } = this.#options;
    return after(Math.max(0, keptUntilMs(day) - clock().getTime()), () => void this.#throwAway(day));
  }

  async #throwAway(day: string): Promise<void> {
    const { clock, store, onError } = this.#options;
    const now = clock();
    const kept = this.#kept.get(day);
    if (kept && now.getTime() < keptUntilMs(day)) {
      // Timers go by another clock than the one on the wall, which may have been set back meanwhile.
      kept.cancel = this.#throwAwayOnTime(day);
      return;
    }
    this.#kept.delete(day);
    try {
      await forgetPastDays(store, now);
    } catch (error) {
      onError(error);
    }
  }

  async #findOrMake(day: string): Promise<string | undefined> {
    const { store, clock, newKey } = this.#options;
    const known = await store.get(daykeys, day);
    if (known !== undefined) return known.key;
    await forgetPastDays(store, clock());
    const key = newKey();
    try {
      await store.create(daykeys, day, { key });
    } catch (error) {
      if (!(error instanceof StoreError) || error.kind !== 'already-exists') throw error;
      const winner = await store.get(daykeys, day);
      if (winner === undefined) throw error;
      return winner.key;
    }
    if (day >= oldestKeptDay(clock())) return key;
    // The hour passed while the store was at work: this key came after all others had been thrown away.
    await store.delete(daykeys, day);
    return undefined;
  }
}
