import { countScan } from '../feedback/qr-codes.ts';
import type { Log } from '../log.ts';
import type { After } from '../store/after.ts';
import type { AgencyStore } from '../store/port.ts';

/** How long scans are gathered (ms): one write for all of them, however many look at the page. A crash loses no more than that. */
const GATHER_MS = 10_000;

/** Counts scans per code, without who or when. */
export class ScanCounts {
  readonly #store: AgencyStore;
  readonly #log: Log;
  readonly #after: After;
  #gathered = new Map<string, number>();
  #writing = Promise.resolve();

  constructor(store: AgencyStore, log: Log, after: After) {
    this.#store = store;
    this.#log = log;
    this.#after = after;
  }

  /** One more scan of a code that exists. */
  add(code: string): void {
    if (this.#gathered.size === 0) this.#after(GATHER_MS, () => void this.flush());
    this.#gathered.set(code, (this.#gathered.get(code) ?? 0) + 1);
  }

  /** Writes what was gathered; resolves when all of it has been tried. Never rejects: a lost count is logged, and nobody waits for it. */
  flush(): Promise<void> {
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  async #write(): Promise<void> {
    const gathered = this.#gathered;
    this.#gathered = new Map();
    for (const [code, times] of gathered) {
      try {
        await countScan(this.#store, code, times);
      } catch (error) {
        this.#log.warn({ err: error, times }, 'scans could not be counted');
      }
    }
  }
}
