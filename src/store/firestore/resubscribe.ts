import type { After } from '../after.ts';

/** Opens one subscription; returns how to end it. After it reported an error it is dead. */
type Subscribe<S> = (onNext: (snapshot: S) => void, onError: (error: unknown) => void) => () => void;

export interface Resubscription<S> {
  readonly subscribe: Subscribe<S>;
  readonly onNext: (snapshot: S) => void;
  /** Told of every break, and when a subscription says nothing for `firstWithinMs`. */
  readonly onError: (error: unknown) => void;
  /** What to report when nothing came in time. */
  readonly silence: () => Error;
  readonly firstWithinMs: number;
  readonly after: After;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Keeps one subscription going until the returned function is called: subscribes again after an error, with pauses
 * that double up to half a minute and start anew once something arrives.
 */
export function resubscribe<S>(options: Resubscription<S>): () => void {
  const { after, firstWithinMs } = options;
  let stopped = false;
  let pauseMs = FIRST_PAUSE_MS;
  let endSubscription: () => void = () => undefined;
  let cancelTimer: () => void = () => undefined;

  const start = (): void => {
    if (stopped) return;
    let alive = true;
    cancelTimer = after(firstWithinMs, () => options.onError(options.silence()));
    const end = options.subscribe(
      (snapshot) => {
        if (!alive || stopped) return;
        cancelTimer();
        pauseMs = FIRST_PAUSE_MS;
        options.onNext(snapshot);
      },
      (error) => {
        if (!alive || stopped) return;
        alive = false;
        cancelTimer();
        cancelTimer = after(pauseMs, start);
        pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
        options.onError(error);
      },
    );
    endSubscription = end;
  };

  start();
  return () => {
    stopped = true;
    cancelTimer();
    endSubscription();
  };
}
