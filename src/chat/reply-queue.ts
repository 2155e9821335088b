import type { CallOutcome } from '../line/call-outcome.ts';
import type { Clock } from '../clock.ts';
import { UserLanes } from './user-lanes.ts';

export interface SendReply {
  /** One call to LINE with a JSON array of 1–5 messages; never rejects. */
  (replyToken: string, messagesJson: string): Promise<CallOutcome>;
}

export interface ReplyQueueOptions {
  readonly send: SendReply;
  readonly clock: Clock;
  /** Users whose replies may be under way at once. A LINE API that hangs fills these and delays nothing else. */
  readonly maxUsers: number;
  readonly onOutcome: (outcome: CallOutcome | { readonly kind: 'expired' }) => void;
}

/**
 * A reply token is good for one minute after the webhook arrived (Messaging API reference, Reply token). Later than this
 * (ms) the call is not worth making: it would be refused and only hold up the next one.
 */
const TOKEN_LIFE_MS = 55_000;

/** Sends replies after the 200, in order for each user, each exactly once. */
export class ReplyQueue {
  readonly #options: ReplyQueueOptions;
  readonly #lanes: UserLanes;

  constructor(options: ReplyQueueOptions) {
    this.#options = options;
    this.#lanes = new UserLanes(options.maxUsers);
  }

  /** Queues one reply; `receivedAt` is when the webhook came in. Returns at once. */
  add(user: string, replyToken: string, messagesJson: string, receivedAt: Date): void {
    void this.#lanes.run(user, async () => {
      if (this.#options.clock().getTime() - receivedAt.getTime() > TOKEN_LIFE_MS) {
        this.#options.onOutcome({ kind: 'expired' });
        return;
      }
      this.#options.onOutcome(await this.#options.send(replyToken, messagesJson));
    });
  }

  /** Resolves when every queued reply has been tried. */
  drained(): Promise<void> {
    return this.#lanes.drained();
  }
}
