import pLimit, { type LimitFunction } from 'p-limit';
import { Pool } from 'undici';
import type { CallOutcome } from './call-outcome.ts';
import { OutcomeHandler } from './outcome-handler.ts';

export interface PushClientOptions {
  /** Origin only, e.g. `https://api.line.me`. */
  readonly apiBaseUrl: string;
  readonly channelAccessToken: string;
  /** Most calls under way at once; more wait in line. */
  readonly connections: number;
  /** Time for one call, connecting included, waiting in line not (ms). */
  readonly deadlineMs: number;
}

/** One call that costs quota. */
export interface PaidCall {
  readonly endpoint: 'push' | 'multicast';
  /** JSON as LINE takes it at that endpoint. */
  readonly body: string;
  /** A UUID. With the same key LINE sends the same call once only, for 24 hours. */
  readonly retryKey: string;
}

/** As any call, or: LINE has taken a call with the same retry key before, so this one sent nothing more. */
export type PaidOutcome = CallOutcome | { readonly kind: 'accepted-before' };

/** Only calls with a retry key are answered with 409 (Messaging API reference, Retrying an API request). */
function knowingRetries(outcome: CallOutcome): PaidOutcome {
  return outcome.kind === 'refused' && outcome.status === 409 ? { kind: 'accepted-before' } : outcome;
}

/** Sends pushes and multicasts, over the same low interface of undici as replies. */
export class PushClient {
  readonly #pool: Pool;
  /** Whoever waits in line is not yet under way: the deadline is for LINE, not for the line. */
  readonly #inTurn: LimitFunction;
  readonly #options: PushClientOptions;

  constructor(options: PushClientOptions) {
    this.#options = options;
    this.#inTurn = pLimit(options.connections);
    this.#pool = new Pool(options.apiBaseUrl, { connections: options.connections, connectTimeout: options.deadlineMs });
  }

  /** One call, made once: whoever calls decides whether to try again, with the same key and the same content. Never rejects. */
  send(call: PaidCall): Promise<PaidOutcome> {
    return this.#inTurn(() => this.#sendNow(call));
  }

  /** Breaks off what is still under way. */
  async close(): Promise<void> {
    await this.#pool.destroy();
  }

  #sendNow({ endpoint, body, retryKey }: PaidCall): Promise<PaidOutcome> {
    return new Promise((resolve) => {
      this.#pool.dispatch(
        {
          method: 'POST',
          path: `/v2/bot/message/${endpoint}`,
          headers: {
            authorization: `Bearer ${this.#options.channelAccessToken}`,
            'content-type': 'application/json',
            'x-line-retry-key': retryKey,
          },
          body,
        },
        new OutcomeHandler(this.#options.deadlineMs, (outcome) => resolve(knowingRetries(outcome))),
      );
    });
  }
}
