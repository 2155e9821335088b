import { Pool } from 'undici';
import type { LineChannel } from './channel.ts';

/**
 * What LINE hands out for a message: its file; `gone`: LINE has it no longer, or never had; `too-big`: more bytes than are taken;
 * `not-now`: LINE is still preparing it, or could not be asked, so that asking again later may help.
 */
export type MessageContent =
  | { readonly kind: 'content'; readonly bytes: Buffer }
  | { readonly kind: 'gone' | 'too-big' }
  | { readonly kind: 'not-now'; readonly reason: string };

/** One file (ms), connecting included. It is fetched after the answer to the webhook, so nobody waits for it. */
const DEADLINE_MS = 20_000;
/** LINE takes pictures of at most 10 MB from people; twice that is no picture. */
const MAX_BYTES = 20 * 1024 * 1024;

/** Fetches the files people sent, from LINE's data API. */
export class MessageContents {
  readonly #pool: Pool;
  readonly #authorization: string;

  constructor({ dataApiBaseUrl, channelAccessToken }: Pick<LineChannel, 'dataApiBaseUrl' | 'channelAccessToken'>) {
    this.#pool = new Pool(dataApiBaseUrl, { connections: 2 });
    this.#authorization = `Bearer ${channelAccessToken}`;
  }

  /** The file of a message. Never rejects. */
  async fetch(messageId: string): Promise<MessageContent> {
    try {
      const { statusCode, body } = await this.#pool.request({
        method: 'GET',
        path: `/v2/bot/message/${encodeURIComponent(messageId)}/content`,
        headers: { authorization: this.#authorization },
        signal: AbortSignal.timeout(DEADLINE_MS),
      });
      if (statusCode === 200) return await atMost(MAX_BYTES, body);
      // An answer nobody reads would keep its connection.
      await body.dump();
      if (statusCode === 404 || statusCode === 410) return { kind: 'gone' };
      return { kind: 'not-now', reason: statusCode === 202 ? 'LINE is preparing it' : `LINE answered ${statusCode}` };
    } catch (error) {
      return { kind: 'not-now', reason: (error as { code?: string }).code ?? (error as Error).name };
    }
  }

  /** Breaks off what is still under way. */
  async close(): Promise<void> {
    await this.#pool.destroy();
  }
}

async function atMost(most: number, body: AsyncIterable<Buffer>): Promise<MessageContent> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > most) return { kind: 'too-big' };
    chunks.push(chunk);
  }
  return { kind: 'content', bytes: Buffer.concat(chunks) };
}
