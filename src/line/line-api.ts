import { Agent, request } from 'undici';
import type { z } from 'zod';
import { outcomeOfError, outcomeOfResponse } from './call-outcome.ts';
import { LineCallError } from './line-call-error.ts';

export interface LineApiOptions {
  /** Origin only, e.g. `https://api.line.me`. */
  readonly apiBaseUrl: string;
  /** Origin of the part that takes files; left out: the same. */
  readonly dataApiBaseUrl?: string;
  readonly channelAccessToken: string;
  /** Time for one call, connecting and reading included (ms). */
  readonly deadlineMs: number;
}

export interface LineCall {
  /** The `operationId` of LINE's OpenAPI description, for errors. */
  readonly operation: string;
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  /** Sent as JSON. */
  readonly json?: object;
  /** Sent as it is, to the host for files. */
  readonly file?: { readonly type: string; readonly bytes: Uint8Array };
}

/** Calls under way at once. */
const CONNECTIONS = 4;
/** More than a full list of 1,000 rich menus (bytes). */
const MAX_ANSWER = 16 * 1024 * 1024;

/**
 * Calls to LINE other than replies: rare, one at a time, each with a deadline that also covers the body, which the SDK's calls do not
 * have. Nothing is repeated here.
 */
export class LineApi {
  readonly #options: LineApiOptions;
  readonly #agent = new Agent({ connections: CONNECTIONS, maxResponseSize: MAX_ANSWER });

  constructor(options: LineApiOptions) {
    this.#options = options;
  }

  /** Throws LineCallError unless LINE accepts it. */
  async call(call: LineCall): Promise<void> {
    await this.#accepted(call);
  }

  /** What LINE answered, as JSON of that shape. Throws LineCallError, also for an answer of another shape. */
  async read<T>(call: LineCall, shape: z.ZodType<T>): Promise<T> {
    const { status, text } = await this.#accepted(call);
    const { data } = shape.safeParse(parsed(text));
    if (data !== undefined) return data;
    const outcome = { kind: 'unclear', reason: 'server-error', status } as const;
    throw new LineCallError(call.operation, outcome, 'with something else than was asked for');
  }

  /** Breaks off what is still under way. */
  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  async #accepted(call: LineCall): Promise<Answered> {
    const answered = await this.#send(call);
    const outcome = outcomeOfResponse(answered.status, answered.text, answered.requestId);
    if (outcome.kind === 'accepted') return answered;
    const { message } = (parsed(answered.text) ?? {}) as { message?: unknown };
    throw new LineCallError(call.operation, outcome, typeof message === 'string' ? message : '');
  }

  async #send({ operation, method, path, json, file }: LineCall): Promise<Answered> {
    const { apiBaseUrl, dataApiBaseUrl = apiBaseUrl, channelAccessToken, deadlineMs } = this.#options;
    const type = file?.type ?? (json && 'application/json');
    try {
      const { statusCode, headers, body } = await request(`${file ? dataApiBaseUrl : apiBaseUrl}${path}`, {
        method,
        headers: { authorization: `Bearer ${channelAccessToken}`, ...(type && { 'content-type': type }) },
        body: file?.bytes ?? (json ? JSON.stringify(json) : null),
        dispatcher: this.#agent,
        signal: AbortSignal.timeout(deadlineMs),
      });
      const requestId = headers['x-line-request-id'];
      return {
        status: statusCode,
        text: await body.text(),
        requestId: typeof requestId === 'string' ? requestId : undefined,
      };
    } catch (error) {
      throw new LineCallError(operation, outcomeOfError(error), '', { cause: error });
    }
  }
}

interface Answered {
  readonly status: number;
  readonly text: string;
  readonly requestId: string | undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
