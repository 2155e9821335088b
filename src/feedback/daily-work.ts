import { fiscalYearOf } from '../assessment/fiscal-year.ts';
import type { Clock } from '../clock.ts';
import type { After } from '../store/after.ts';
import type { AgencyStore } from '../store/port.ts';
import { dayOf } from './bangkok-day.ts';
import { publishTallies } from './public-tallies.ts';
import { cleanFeedback, cleanShortLived } from './retention.ts';

/** How often to look whether something is due, in ms: what the chat waits for is kept for ten minutes. */
const EVERY_MS = 10 * 60_000;

export interface DailyWorkOptions {
  readonly store: AgencyStore;
  readonly clock: Clock;
  readonly after: After;
  /** Told when a round failed; the next one tries again. */
  readonly onError: (error: unknown) => void;
}

export interface DailyWork {
  /** No new round; resolves when a running one has ended. */
  stop(): Promise<void>;
}

/**
 * Keeps the promises about retention and publishes tallies: at once, then every ten minutes what is short-lived, and
 * once on each day of Bangkok the rest. Several servers may do so at the same time.
 */
export function startDailyWork({ store, clock, after, onError }: DailyWorkOptions): DailyWork {
  let doneOn = '';
  let stopped = false;
  let cancel: (() => void) | undefined;
  let running: Promise<void> = Promise.resolve();
  const round = async (): Promise<void> => {
    try {
      await cleanShortLived(store, clock);
      const today = dayOf(clock());
      if (today === doneOn) return;
      await cleanFeedback(store, clock);
      const thisYear = fiscalYearOf(clock());
      for (const fiscalYear of [thisYear - 1, thisYear]) await publishTallies(store, fiscalYear, clock);
      doneOn = today;
    } catch (error) {
      onError(error);
    }
  };
  const go = (): void => {
    running = round().then(() => {
      if (!stopped) cancel = after(EVERY_MS, go);
    });
  };
  go();
  return {
    stop: () => {
      stopped = true;
      cancel?.();
      return running;
    },
  };
}
