import { Pool } from 'undici';
import type { CallOutcome } from './call-outcome.ts';
import { OutcomeHandler } from './outcome-handler.ts';

export interface PushClientOptions {
  /** Origin only, e.g. `https://api.line.me`. */
  readonly apiBaseUrl: string;
  readonly channelAccessToken: string;
  /** Most calls under way at once; more wait in line. */
  readonly connections: number;
  /** Time for one call, connecting included (ms). */
  readonly deadlineMs: number;
}

/** One call that costs quota. */
export interface PaidCall {
  /** One LINE user id: a push; 2–500: a multicast. */
  readonly to: readonly string[];
  /** JSON array of 1–5 messages. */
  readonly messages: string;
  /** A UUID. With the same key LINE sends the same call once only, for 24 hours. */
  readonly retryKey: string;
  /** Aggregation unit for statistics, or null. */
  readonly unit: string | null;
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
  readonly #options: PushClientOptions;

  constructor(options: PushClientOptions) {
    this.#options = options;
    this.#pool = new Pool(options.apiBaseUrl, { connections: options.connections, connectTimeout: options.deadlineMs });
  }

  /** One call, made once: whoever calls decides whether to try again, with the same key and the same content. Never rejects. */
  send({ to, messages, retryKey, unit }: PaidCall): Promise<PaidOutcome> {
    const [first, ...others] = to;
    const single = others.length === 0;
    const units = unit === null ? '' : `,"customAggregationUnits":${JSON.stringify([unit])}`;
    return new Promise((resolve) => {
      this.#pool.dispatch(
        {
          method: 'POST',
          path: single ? '/v2/bot/message/push' : '/v2/bot/message/multicast',
          headers: {
            authorization: `Bearer ${this.#options.channelAccessToken}`,
            'content-type': 'application/json',
            'x-line-retry-key': retryKey,
          },
          body: `{"to":${JSON.stringify(single ? first : to)},"messages":${messages}${units}}`,
        },
        new OutcomeHandler(this.#options.deadlineMs, (outcome) => resolve(knowingRetries(outcome))),
      );
    });
  }

  /** Breaks off what is still under way. */
  async close(): Promise<void> {
    await this.#pool.destroy();
  }
}
