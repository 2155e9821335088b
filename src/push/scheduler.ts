import type { After } from '../store/after.ts';

export interface Scheduler<R> {
  /** Begins a round now, or joins the one that is running. */
  readonly run: () => Promise<R>;
  /** No new round; resolves when a running one has ended. */
  readonly stop: () => Promise<void>;
}

export interface SchedulerOptions<R> {
  readonly round: () => Promise<R>;
  /** Time between the end of a round and the next (ms). */
  readonly everyMs: number;
  readonly after: After;
  /** Told when a round of the scheduler's own failed; the next one tries again. */
  readonly onError: (error: unknown) => void;
}

/** Does a round every so often, one at a time. The first begins after `everyMs`, so that a start is quick. */
export function startScheduler<R>({ round, everyMs, after, onError }: SchedulerOptions<R>): Scheduler<R> {
  let running: Promise<R> | undefined;
  let stopped = false;
  const run = (): Promise<R> => {
    if (stopped) return Promise.reject(new Error('the server is stopping'));
    running ??= round().finally(() => (running = undefined));
    return running;
  };
  const go = (): void => {
    void run()
      .catch(onError)
      .then(() => {
        if (!stopped) cancel = after(everyMs, go);
      });
  };
  let cancel = after(everyMs, go);
  return {
    run,
    stop: async () => {
      stopped = true;
      cancel();
      await running?.catch(() => undefined);
    },
  };
}
