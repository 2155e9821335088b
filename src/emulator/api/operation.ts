import type { IncomingHttpHeaders } from 'node:http';
import type { Rate } from '../world/rate-limits.ts';
import { perSecond } from '../world/rate-limits.ts';

/** One request to the API, past the checks that all share. */
export interface Call {
  /** Path parameters by name, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Uint8Array;
  readonly requestId: string;
  /** The body as a JSON object; throws LINE's 400 or 415 if it is none. */
  readonly json: () => Readonly<Record<string, unknown>>;
}

export interface Answer {
  readonly status: number;
  /** Sent as JSON. */
  readonly body?: object;
  /** Sent as it is. */
  readonly file?: { readonly type: string; readonly bytes: Uint8Array };
}

/** One endpoint of LINE's Messaging API. */
export interface Operation {
  /** The `operationId` in LINE's OpenAPI description. */
  readonly id: string;
  /** A shorter name by which faults can name it. */
  readonly alias: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** `/v2/bot/profile/{userId}` */
  readonly path: string;
  readonly rate: Rate;
  readonly handle: (call: Call) => Answer | Promise<Answer>;
}

/** What LINE lets every endpoint take that has no limit of its own. */
export const USUAL_RATE = perSecond(2000);

/** Shapes `METHOD /path` and a handler into an operation. */
export function operation(
  id: string,
  route: `${Operation['method']} /${string}`,
  handle: Operation['handle'],
  { alias = id, rate = USUAL_RATE }: { readonly alias?: string; readonly rate?: Rate } = {},
): Operation {
  const [method = '', path = ''] = route.split(' ');
  return { id, alias, method: method as Operation['method'], path, rate, handle };
}

export const ok = (body: object = {}): Answer => ({ status: 200, body });
