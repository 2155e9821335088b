import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { readBody } from '../read-body.ts';
import type { Fault } from '../world/faults.ts';
import type { World } from '../world/world.ts';
import { ApiError, MONTHLY_LIMIT, notFound, RATE_LIMITED } from './api-error.ts';
import { findOperation } from './find-operation.ts';
import { jsonBody } from './json-body.ts';
import type { Answer, Operation } from './operation.ts';

/** LINE takes request bodies of at most 2 MB; past it: 413. */
const MOST_BYTES = 2 * 1024 * 1024;

/** One request the API answered, for tests and the log. No bodies, no tokens. */
export interface Served {
  readonly operation: string;
  /** Null when the connection was cut or left hanging. */
  readonly status: number | null;
  readonly requestId: string;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

function authenticate(world: World, header: string | undefined): void {
  const token = /^Bearer (.+)$/i.exec(header ?? '')?.[1];
  if (token !== undefined && timingSafeEqual(digest(token), digest(world.channelAccessToken))) return;
  const reason =
    token === undefined
      ? 'The request is missing the authorization header'
      : 'invalid token. Confirm that the access token in the authorization header is valid.';
  throw new ApiError(401, `Authentication failed due to the following reason: ${reason}`);
}

/** What an injected fault answers, if it answers. */
function faultError(fault: Fault | undefined): ApiError | undefined {
  if (fault?.kind === 'rate-limit') return new ApiError(429, RATE_LIMITED);
  if (fault?.kind === 'monthly-limit') return new ApiError(429, MONTHLY_LIMIT);
  const status = Number(fault?.kind);
  return Number.isInteger(status) ? new ApiError(status, `Injected fault ${status}`) : undefined;
}

/** Answers the Messaging API. */
export function createApi(world: World, operations: readonly Operation[], served: (it: Served) => void) {
  return async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    const requestId = world.ids.request();
    const found = findOperation(operations, request.method ?? '', url.pathname);
    const known = typeof found === 'object' ? found : undefined;
    let fault: Fault | undefined;

    const carryOut = async (): Promise<Answer | undefined> => {
      const bytes = await readBody(request, MOST_BYTES);
      authenticate(world, request.headers.authorization);
      if (bytes === undefined) throw new ApiError(413, 'The request body is too large');
      if (known === undefined) throw found === undefined ? notFound() : new ApiError(405, 'Method not allowed');
      const { operation, params } = known;
      fault = world.faults.take([operation.id, operation.alias]);
      if (fault !== undefined) {
        world.chats.changed();
        if (fault.delayMs > 0) await pause(fault.delayMs, undefined, { ref: false });
      }
      if (fault?.kind === 'hang' || fault?.kind === 'reset-before') return undefined;
      const error = faultError(fault);
      if (error !== undefined) throw error;
      if (!world.rateLimits.take(operation.id, operation.rate)) throw new ApiError(429, RATE_LIMITED);
      const { headers } = request;
      const json = () => jsonBody(headers['content-type'], bytes);
      const answer = await operation.handle({ params, query: url.searchParams, headers, bytes, requestId, json });
      return fault?.kind === 'reset-after' || fault?.kind === 'hang-after' ? undefined : answer;
    };

    const done = (status: number | null) => {
      served({ operation: known?.operation.id ?? `${request.method} ${url.pathname}`, status, requestId });
    };
    const send = (status: number, type: string, bytes: Uint8Array | string, headers = {}) => {
      done(status);
      response.writeHead(status, { 'content-type': type, 'x-line-request-id': requestId, ...headers });
      response.end(bytes);
    };
    try {
      const answer = await carryOut();
      if (answer !== undefined) {
        if (answer.file !== undefined) send(answer.status, answer.file.type, answer.file.bytes);
        else send(answer.status, 'application/json', JSON.stringify(answer.body ?? {}));
        return;
      }
      done(null);
      if (fault?.kind !== 'hang' && fault?.kind !== 'hang-after') request.socket.destroy();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const close = error.status === 413 ? { connection: 'close' } : {};
      send(error.status, 'application/json', JSON.stringify(error.body), { ...error.headers, ...close });
    }
  };
}
