import type { Clock } from '../../clock.ts';
import { dayOf } from '../../feedback/bangkok-day.ts';
import { dayKey } from '../../feedback/feedback-id.ts';
import type { AgencyStore } from '../../store/port.ts';

/** An event that is this much older than now (ms) still counts for its own day; an older one counts for today. */
const LATE_MS = 10 * 60_000;

/** Today's key, read once and thrown away with the day; in the first minutes after midnight yesterday's as well. */
export class DayKeys {
  readonly #store: AgencyStore;
  readonly #clock: Clock;
  readonly #newKey: () => string;
  readonly #keys = new Map<string, Promise<string>>();

  constructor(store: AgencyStore, clock: Clock, newKey: () => string) {
    this.#store = store;
    this.#clock = clock;
    this.#newKey = newKey;
  }

  /** The key for what happened at `eventMs` (ms since 1970). Rejects as the store does. */
  keyAt(eventMs: number): Promise<string> {
    const now = this.#clock().getTime();
    const today = dayOf(new Date(now));
    const lately = dayOf(new Date(now - LATE_MS));
    for (const day of this.#keys.keys()) if (day < lately) this.#keys.delete(day);
    const happened = dayOf(new Date(eventMs));
    const day = happened === lately ? lately : today;
    const known = this.#keys.get(day);
    if (known) return known;
    const key = dayKey(this.#store, day, this.#newKey);
    this.#keys.set(day, key);
    key.catch(() => this.#keys.delete(day));
    return key;
  }
}
