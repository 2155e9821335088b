import { randomBytes } from 'node:crypto';
import { Reception, type Handling } from '../../src/chat/reception.ts';
import { ReplyQueue, type SendReply } from '../../src/chat/reply-queue.ts';
import { UserLanes } from '../../src/chat/user-lanes.ts';
import { createHttp, listen } from '../../src/http/server.ts';
import { DURABLE_WITHIN_MS } from '../../src/http/webhook.ts';
import { sign } from '../../src/line/signature.ts';
import type { LineEvent } from '../../src/line/webhook-event.ts';
import { createLog, type Log } from '../../src/log.ts';
import { createMetrics, type Metrics } from '../../src/metrics.ts';

export const SECRET = '8c570fa6dd201bb328f1c1eac23a96d8';
export const USER = `U${'4'.repeat(32)}`;

export interface Harness {
  readonly url: string;
  readonly metrics: Metrics;
  /** Reply tokens that were sent, in order. */
  readonly replied: string[];
  /** Posts a body, rightly signed unless told otherwise. */
  readonly post: (body: string | object, headers?: Record<string, string>) => Promise<Response>;
  /** Resolves when all queued replies have been tried. */
  readonly settled: () => Promise<void>;
  readonly metric: (name: string) => Promise<string[]>;
  readonly close: () => Promise<void>;
}

/** A server with the real webhook, reception, lanes and reply queue; what events lead to and what LINE says is handed in. */
export async function startHarness(options: {
  handle: (event: LineEvent) => Handling;
  send?: SendReply;
  durableWithinMs?: number;
  metrics?: Metrics;
  log?: Log;
  checkReady?: () => Promise<void>;
}): Promise<Harness> {
  const { metrics = createMetrics(), log = createLog('silent') } = options;
  const replied: string[] = [];
  const send: SendReply =
    options.send ??
    (async (token) => {
      replied.push(token);
      return { kind: 'accepted', requestId: undefined };
    });
  const lanes = new UserLanes(8);
  const replies = new ReplyQueue({ send, clock: () => new Date(), maxUsers: 32, onOutcome: () => undefined });
  const reception = new Reception({ handle: options.handle, lanes, replies });
  const app = createHttp({
    channelSecret: SECRET,
    reception,
    clock: () => new Date(),
    metrics,
    log,
    durableWithinMs: options.durableWithinMs ?? DURABLE_WITHIN_MS,
    checkReady: options.checkReady ?? (async () => undefined),
  });
  const server = await listen(app, 0, '127.0.0.1', log);
  const url = `http://127.0.0.1:${server.port}`;
  return {
    url,
    metrics,
    replied,
    post: (body, headers) => {
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      return fetch(`${url}/webhook`, {
        method: 'POST',
        body: text,
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'x-line-signature': sign(SECRET, text),
          ...headers,
        },
      });
    },
    settled: async () => {
      await lanes.drained();
      await replies.drained();
    },
    metric: async (name) => (await metrics.registry.metrics()).split('\n').filter((line) => line.startsWith(name)),
    close: () => server.close(),
  };
}

/** A text event as LINE sends it, with a fresh id and reply token unless given. */
export function textEvent(text: string, more: object = {}): Record<string, unknown> {
  return {
    type: 'message',
    mode: 'active',
    timestamp: 1_700_000_000_000,
    webhookEventId: randomBytes(13).toString('hex').toUpperCase(),
    deliveryContext: { isRedelivery: false },
    source: { type: 'user', userId: USER },
    replyToken: randomBytes(16).toString('hex'),
    message: { type: 'text', id: '468789577898262530', quoteToken: 'q', text },
    ...more,
  };
}

export const body = (...events: object[]): object => ({ destination: USER, events });
