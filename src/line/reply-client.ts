import { Pool } from 'undici';
import type { CallOutcome } from './call-outcome.ts';
import { OutcomeHandler } from './outcome-handler.ts';

export interface ReplyClientOptions {
  /** Origin only, e.g. `https://api.line.me`. */
  readonly apiBaseUrl: string;
  readonly channelAccessToken: string;
  /** Most calls under way at once; more wait in line. */
  readonly connections: number;
  /** Time for one call, connecting included (ms). LINE states no limit; past this the user has given up. */
  readonly deadlineMs: number;
}

/**
 * Sends replies. It goes over a connection pool of undici with ready-made JSON instead of the SDK's `fetch`, because this
 * is the one call made for every event: measured at about a quarter of the CPU.
 */
export class ReplyClient {
  readonly #pool: Pool;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #deadlineMs: number;

  constructor(options: ReplyClientOptions) {
    this.#deadlineMs = options.deadlineMs;
    this.#headers = {
      authorization: `Bearer ${options.channelAccessToken}`,
      'content-type': 'application/json',
    };
    this.#pool = new Pool(options.apiBaseUrl, { connections: options.connections, connectTimeout: options.deadlineMs });
  }

  /**
   * One call, never repeated: a reply token works once, and whether an unclear call was accepted cannot be found out.
   * `messagesJson` is a JSON array of 1–5 messages. Never rejects.
   */
  reply(replyToken: string, messagesJson: string): Promise<CallOutcome> {
    return new Promise((resolve) => {
      const handler = new OutcomeHandler(this.#deadlineMs, resolve);
      this.#pool.dispatch(
        {
          method: 'POST',
          path: '/v2/bot/message/reply',
          headers: this.#headers,
          body: `{"replyToken":${JSON.stringify(replyToken)},"messages":${messagesJson}}`,
        },
        handler,
      );
    });
  }

  /** Breaks off what is still under way. */
  async close(): Promise<void> {
    await this.#pool.destroy();
  }
}
