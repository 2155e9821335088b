import type { Clock } from '../../clock.ts';
import { publicTallies, publicTally, type PublicTallies, type PublicTally } from '../../feedback/public-tallies.ts';
import { RecentMap } from '../../recent-map.ts';
import type { AgencyStore } from '../../store/port.ts';

/** How long what was read is told again before it is read anew (ms); it is published at most once a day. */
const FRESH_MS = 10 * 60_000;
/** Rounds anybody asks about. */
const REMEMBERED = 5;

/** What everybody may know of what people said: one read in ten minutes, however many ask. */
export class PublicResults {
  readonly #store: AgencyStore;
  readonly #clock: Clock;
  readonly #read = new RecentMap<number, { readonly atMs: number; readonly all: Promise<PublicTallies> }>(REMEMBERED);

  constructor(store: AgencyStore, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  /** What may be told of the answers about an indicator (1–10) in a fiscal year. Rejects as the store does. */
  async of(fiscalYear: number, indicator: number): Promise<PublicTally> {
    const atMs = this.#clock().getTime();
    let known = this.#read.get(fiscalYear);
    if (!known || atMs - known.atMs > FRESH_MS) {
      known = { atMs, all: publicTallies(this.#store, fiscalYear) };
      this.#read.set(fiscalYear, known);
      known.all.catch(() => this.#read.delete(fiscalYear));
    }
    return publicTally(await known.all, 'indicator', String(indicator));
  }
}
