import type { LineEvent } from '../line/webhook-event.ts';
import { RecentMap } from '../recent-map.ts';
import type { ReplyQueue } from './reply-queue.ts';
import type { UserLanes } from './user-lanes.ts';

/** What an event led to: what to say (a JSON array of 1–5 messages), or nothing. */
export interface Outcome {
  readonly messagesJson: string | undefined;
}

/**
 * Decides about one event. `now` if nothing has to be remembered: no waiting, no slot needed. Otherwise `durable` makes
 * the writes durable and then gives the outcome; it rejects if the store could not promise that.
 */
export type Handling =
  | { readonly kind: 'now'; readonly outcome: Outcome }
  | { readonly kind: 'durable'; readonly run: () => Promise<Outcome> };

export interface ReceptionOptions {
  readonly handle: (event: LineEvent) => Handling;
  readonly lanes: UserLanes;
  readonly replies: ReplyQueue;
}

/** Thrown for work that had not begun when its webhook request was given up; LINE may deliver it again. */
class AbandonedError extends Error {
  override readonly name = 'AbandonedError';
}

/** The webhook request that brought an event; `givenUp` turns true when it has been answered without waiting any longer. */
export interface Delivery {
  readonly givenUp: boolean;
}

interface Known {
  settled: Promise<Outcome>;
  /** True once the reply was handed to the queue; a reply is sent at most once whatever is delivered again. */
  replied: boolean;
  /** The turn of the same user's event before this one, if that has not had its say yet. */
  readonly after: Promise<void> | undefined;
  /** Ends this event's own turn. */
  readonly done: () => void;
}

/**
 * How many events are remembered to recognise duplicates. Redelivery intervals are not published by LINE; at one event a
 * second this is almost three hours. Past it, ids derived from the event keep writes single and LINE refuses the used token.
 */
const REMEMBERED_EVENTS = 10_000;

/** Takes events in, each once, and hands replies over when their webhook request has been answered. */
export class Reception {
  readonly #options: ReceptionOptions;
  readonly #known = new RecentMap<string, Known>(REMEMBERED_EVENTS);
  /** What is known of each event at hand, also when so many came in since that it is no longer remembered by its id. */
  readonly #accepted = new WeakMap<LineEvent, Known>();
  /**
   * The turn of each user's newest event, while it lasts. A reply waits for its own webhook request to be answered, and that may
   * wait for other users' writes; the turn keeps the next reply, of a quicker request, from overtaking it.
   */
  readonly #turns = new Map<string, Promise<void>>();

  constructor(options: ReceptionOptions) {
    this.#options = options;
  }

  /**
   * Resolves when everything these events change is durable; rejects if it could not be made so. Once the
   * delivery is given up, work that has not begun is dropped (a redelivery brings it again); work under way ends by itself and its
   * reply is still sent, because LINE may never deliver again.
   */
  async accept(events: readonly LineEvent[], delivery: Delivery): Promise<void> {
    await Promise.all(
      events.map((event) => {
        const known = this.#acceptOne(event, delivery);
        this.#accepted.set(event, known);
        return known.settled;
      }),
    );
  }

  /** Sends what the accepted events led to. Call it when the webhook request has been answered. */
  release(events: readonly LineEvent[], receivedAt: Date): void {
    for (const event of events) {
      const known = this.#accepted.get(event);
      if (known) void this.#replyOnce(event, known, receivedAt);
    }
  }

  #acceptOne(event: LineEvent, delivery: Delivery): Known {
    const before = this.#known.get(event.id);
    if (before) return before;
    const known: Known = { settled: this.#settle(event, delivery), replied: false, ...this.#takeTurn(laneOf(event)) };
    this.#known.set(event.id, known);
    known.settled.catch(() => {
      this.#known.delete(event.id);
      known.done();
    });
    return known;
  }

  #takeTurn(user: string): Pick<Known, 'after' | 'done'> {
    const after = this.#turns.get(user);
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#turns.set(user, promise);
    const done = (): void => {
      resolve();
      if (this.#turns.get(user) === promise) this.#turns.delete(user);
    };
    return { after, done };
  }

  #settle(event: LineEvent, delivery: Delivery): Promise<Outcome> {
    const { handle, lanes } = this.#options;
    const user = laneOf(event);
    if (lanes.isFree(user)) {
      const handling = handle(event);
      if (handling.kind === 'now') return Promise.resolve(handling.outcome);
      return lanes.run(user, () => runUnlessGivenUp(delivery, handling.run));
    }
    return lanes.run(user, () =>
      runUnlessGivenUp(delivery, async () => {
        const handling = handle(event);
        return handling.kind === 'now' ? handling.outcome : await handling.run();
      }),
    );
  }

  async #replyOnce(event: LineEvent, known: Known, receivedAt: Date): Promise<void> {
    try {
      const { messagesJson } = await known.settled;
      if (known.after) await known.after;
      if (known.replied) return;
      known.replied = true;
      // What was said to one person is not kept longer than needed.
      known.settled = Promise.resolve({ messagesJson: undefined });
      if (messagesJson !== undefined && event.replyToken !== undefined) {
        this.#options.replies.add(laneOf(event), event.replyToken, messagesJson, receivedAt);
      }
      known.done();
    } catch {
      // Not durable: nothing was promised, so nothing is said. The request was answered with 503.
    }
  }
}

function runUnlessGivenUp(delivery: Delivery, run: () => Promise<Outcome>): Promise<Outcome> {
  return delivery.givenUp ? Promise.reject(new AbandonedError('the request was given up')) : run();
}

/** Events of one user in one chat keep their order. An event without a source has a lane of its own. */
function laneOf(event: LineEvent): string {
  const source = event.source;
  if (!source) return event.id;
  return source.type === 'user' ? (source.userId ?? event.id) : `${source.chatId}/${source.userId ?? ''}`;
}
