import type { LineEvent } from '../line/webhook-event.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { NotAllowedError } from '../people/acting-staff.ts';
import type { Waiting } from '../people/waiting.ts';
import { waiting } from '../store/collections.ts';
import type { AgencyStore } from '../store/port.ts';
import { StoreError } from '../store/store-error.ts';
import type { AnswerContext, Reply, Write } from './answer.ts';
import { notAllowed } from './answers/not-allowed.ts';
import { privateUser } from './private-user.ts';
import type { Handling, Outcome } from './reception.ts';
import type { WaitingList } from './waiting-list.ts';

export interface DurableRepliesOptions {
  readonly store: AgencyStore;
  /** For whom the chat waits. */
  readonly waitingList: WaitingList;
  readonly contextOf: (event: LineEvent) => AnswerContext;
  readonly metrics: Metrics;
  readonly log: Log;
}

/** A reply in which it may also be said outright that what the chat waits for stays as it is. */
export type Said = Omit<Reply, 'waitFor'> & { readonly waitFor?: Reply['waitFor'] | undefined };

/** Said when an answer failed by a fault of ours: delivering the event again would fail again. */
const APOLOGY = JSON.stringify([{ type: 'text', text: 'ขออภัย ระบบขัดข้องชั่วคราว กรุณาลองใหม่อีกครั้ง หรือติดต่อหน่วยงานโดยตรง' }]);

/** Store errors that the same event would meet again, so that a redelivery is of no use. */
const LASTING = new Set(['invalid', 'too-large', 'not-found', 'already-exists']);

/** Turns replies into what to say, once everything that has to be remembered is durable. */
export class DurableReplies {
  readonly #options: DurableRepliesOptions;

  constructor(options: DurableRepliesOptions) {
    this.#options = options;
  }

  /** `write`: one more than the reply's own. */
  say(event: LineEvent, reply: Said, write?: Write): Handling {
    const messagesJson = reply.messages.length > 0 ? JSON.stringify(reply.messages) : undefined;
    return this.tell(event, { messagesJson }, write ? [...reply.writes, write] : reply.writes, reply.waitFor);
  }

  /** Says it when everything is durable: the writes, and what the chat waits for (null: for nothing any more). */
  tell(event: LineEvent, outcome: Outcome, writes: readonly Write[], waitFor: Said['waitFor']): Handling {
    const userId = privateUser(event);
    if (userId === undefined || waitFor === undefined) return this.#remember(event, writes, outcome);
    const { waitingList } = this.#options;
    if (waitFor === null && waitingList.of(userId, event) === undefined) return this.#remember(event, writes, outcome);
    let now: Waiting | undefined = waitFor ?? undefined;
    const wait: Write = async (tx) => {
      const known = event.redelivered && waitFor !== null ? await tx.get(waiting, userId) : undefined;
      if (waitFor === null) await tx.delete(waiting, userId);
      else if (known && isOver(waitFor, known)) now = known;
      else await tx.set(waiting, userId, waitFor);
    };
    return this.#remember(event, [...writes, wait], outcome, () => waitingList.changed(userId, now));
  }

  /** Work with the store. It rejects only if trying again may help; any other fault is ours and is answered with an apology. */
  durable(event: LineEvent, work: () => Promise<Outcome>): Handling {
    const run = async (): Promise<Outcome> => {
      try {
        return await work();
      } catch (error) {
        if (error instanceof NotAllowedError) {
          const refusal = notAllowed(error.needed, this.#options.contextOf(event));
          return runNow(this.say(event, { ...refusal, waitFor: null }));
        }
        if (error instanceof StoreError && !LASTING.has(error.kind)) throw error;
        return this.apologise(event, error);
      }
    };
    return { kind: 'durable', run };
  }

  /** For a fault of ours, which is logged and counted. */
  apologise(event: LineEvent, error: unknown): Outcome {
    this.#options.metrics.events.inc({ type: event.type, outcome: 'failed' });
    this.#options.log.error({ err: error, type: event.type }, 'an event could not be handled');
    return { messagesJson: APOLOGY };
  }

  /** Nothing to write: said now. Else made durable in one transaction; then `after` is told. */
  #remember(event: LineEvent, writes: readonly Write[], outcome: Outcome, after?: () => void): Handling {
    if (writes.length === 0) return { kind: 'now', outcome };
    return this.durable(event, async () => {
      await this.#options.store.transaction(async (tx) => {
        for (const write of writes) await write(tx);
      });
      after?.();
      return outcome;
    });
  }
}

/** What a handling leads to, for work that is itself being made durable. */
export async function runNow(handling: Handling): Promise<Outcome> {
  return handling.kind === 'now' ? handling.outcome : await handling.run();
}

/** True if what a tap, delivered again, waits for has been brought already: `known` is that same wait. */
function isOver(waitFor: Waiting, known: Waiting): boolean {
  if (waitFor.for !== 'input' || known.for !== 'input' || known.takenBy === undefined) return false;
  return known.request === waitFor.request && known.untilMs === waitFor.untilMs && waitFor.takenBy === undefined;
}
