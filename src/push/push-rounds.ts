import { setTimeout as sleep } from 'node:timers/promises';
import type { After } from '../store/after.ts';
import type { PushDesk } from './push-desk.ts';
import { createRest } from './rest.ts';
import { runDue, type Round } from './run-due.ts';
import { startScheduler } from './scheduler.ts';
import type { Send } from './send-outcome.ts';

/** Time between two looks at what is to be pushed (ms). */
const EVERY_MS = 60_000;
/** A round waits so long for what is published to be read (ms). */
const READY_WITHIN_MS = 20_000;

export interface PushRoundsOptions {
  readonly desk: PushDesk;
  readonly send: Send;
  /** Resolves, and is true, once what is published and who works here has been read. */
  readonly ready: Promise<void>;
  readonly isReady: () => boolean;
  /** A name that is never given twice. */
  readonly newName: () => string;
  readonly random: () => number;
  readonly after: After;
  /** Told what each round did; for the log. */
  readonly onRound: (round: Round) => void;
  /** Told when a round that nobody waits for has failed. */
  readonly onError: (error: unknown) => void;
  /** Default: 20 s. */
  readonly readyWithinMs?: number;
}

/** The rounds of one server, a minute apart and one at a time. */
export interface PushRounds {
  /** A round now, or the one that is running. Rejects if it failed, or while what is published has not been read. */
  readonly run: () => Promise<Round>;
  /** There is something new to send: not to wait for the next round, nor for another push's next try. */
  readonly soon: () => void;
  /** Nothing new is begun, and nobody waits any longer. */
  readonly end: () => void;
  /** The same, and resolves when a running round has ended. */
  readonly stop: () => Promise<void>;
}

export function startPushRounds(options: PushRoundsOptions): PushRounds {
  const {
    desk,
    send,
    ready,
    isReady,
    newName,
    random,
    after,
    onRound,
    onError,
    readyWithinMs = READY_WITHIN_MS,
  } = options;
  const ended = new AbortController();
  const { signal } = ended;
  const pause = (ms: number): Promise<void> => sleep(ms, undefined, { signal }).catch(() => undefined);
  const between = createRest(signal);
  const scheduler = startScheduler({
    round: async () => {
      // Before that there is nothing to tell and nobody to tell it, and a digest would be passed over for good.
      if (!isReady()) await Promise.race([ready, pause(readyWithinMs)]);
      if (!isReady()) throw new Error('what is published has not been read yet');
      const { store, clock } = desk;
      const stopping = (): boolean => signal.aborted;
      const sending = { store, clock, send, name: newName(), random, pause, rest: between.rest, stopping };
      const round = await runDue(desk, sending);
      onRound(round);
      return round;
    },
    everyMs: EVERY_MS,
    after,
    onError,
  });
  return {
    run: scheduler.run,
    soon: () => {
      between.wake();
      void scheduler.run().catch(onError);
    },
    end: () => ended.abort(),
    stop: () => {
      ended.abort();
      return scheduler.stop();
    },
  };
}
