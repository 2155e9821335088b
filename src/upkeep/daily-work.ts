import { fiscalYearOf } from '../assessment/fiscal-year.ts';
import { cleanAudit } from '../audit/retention.ts';
import { dayOf } from '../bangkok-time.ts';
import type { Clock } from '../clock.ts';
import { publishTallies } from '../feedback/public-tallies.ts';
import { cleanFeedback } from '../feedback/retention.ts';
import { fillSubscribers } from '../people/fill-subscribers.ts';
import { cleanJoinAttempts, cleanPeople } from '../people/retention.ts';
import { cleanPushes } from '../push/retention.ts';
import type { After } from '../store/after.ts';
import { dailywork } from '../store/collections.ts';
import type { AgencyStore } from '../store/port.ts';
import { oldestKeptDay } from '../feedback/kept-days.ts';
import { forgetPastDays, forgetWaiting } from '../feedback/past-days.ts';

/** How often to look whether something is due, in ms: what the chat waits for is kept for ten minutes. */
const EVERY_MS = 10 * 60_000;
/** Past noon, work that no server has come to yet today begins with the start of the next one (ms since midnight). */
const LATEST_MS = 12 * 3_600_000;
/** Under which id it is remembered when this work was done. */
const WORK = 'feedback';

export interface DailyWorkOptions {
  readonly store: AgencyStore;
  readonly clock: Clock;
  readonly after: After;
  /** How long after the start the first round begins (ms): nobody waits for it, and at the start people do. */
  readonly firstAfterMs: number;
  /** Told when a round failed; the next one tries again. */
  readonly onError: (error: unknown) => void;
}

export interface DailyWork {
  /** No new round; resolves when a running one has ended. */
  stop(): Promise<void>;
}

/**
 * Keeps the promises about retention and publishes tallies: every ten minutes what is short-lived, and once on each day of
 * Bangkok the rest. What was done is remembered in the store, so that starting again, and several servers, cost nothing
 * more; servers that never live until their first round do it at the start, once it is late.
 */
export function startDailyWork({ store, clock, after, firstAfterMs, onError }: DailyWorkOptions): DailyWork {
  let doneOn: string | undefined;
  let forgottenBefore = '';
  let stopped = false;
  let cancel: (() => void) | undefined;
  const shortLived = async (now: Date): Promise<void> => {
    await forgetWaiting(store, now);
    const oldest = oldestKeptDay(now);
    if (oldest !== forgottenBefore) await forgetPastDays(store, now);
    forgottenBefore = oldest;
  };
  const round = async (): Promise<void> => {
    try {
      await shortLived(clock());
      await cleanJoinAttempts(store, clock);
      const today = dayOf(clock());
      if (doneOn !== today) doneOn = await lastDone(store);
      if (doneOn === today) return;
      await cleanFeedback(store, clock);
      await fillSubscribers(store);
      await cleanPeople(store, clock);
      await cleanAudit(store, clock);
      const thisYear = fiscalYearOf(clock());
      for (const fiscalYear of [thisYear - 1, thisYear]) await publishTallies(store, fiscalYear, clock);
      await cleanPushes(store, clock);
      await store.set(dailywork, WORK, { doneOn: today });
      doneOn = today;
    } catch (error) {
      onError(error);
    }
  };
  const go = async (): Promise<void> => {
    await round();
    next(EVERY_MS);
  };
  let running: Promise<void> = Promise.resolve();
  const next = (ms: number): void => {
    if (stopped) return;
    cancel = after(ms, () => {
      running = go();
    });
  };
  const begin = async (): Promise<void> => {
    try {
      doneOn = await lastDone(store);
    } catch (error) {
      onError(error);
    }
    const late = doneOn !== undefined && doneOn < dayOf(new Date(clock().getTime() - LATEST_MS));
    if (late && !stopped) await go();
    else next(firstAfterMs);
  };
  running = begin();
  return {
    stop: () => {
      stopped = true;
      cancel?.();
      return running;
    },
  };
}

async function lastDone(store: AgencyStore): Promise<string | undefined> {
  return (await store.get(dailywork, WORK))?.doneOn;
}
