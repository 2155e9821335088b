import type { Request, RequestHandler, Response } from 'express';
import type { Reception } from '../chat/reception.ts';
import type { Clock } from '../clock.ts';
import { verifySignature } from '../line/signature.ts';
import { readEvents, type LineEvent } from '../line/webhook-event.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { readRawBody } from './raw-body.ts';

/** Largest webhook body that is read (bytes). LINE names no limit; its own API takes 2 MB, webhooks seen are a few KB. */
const BODY_LIMIT = 1024 * 1024;

/** Time for writes to become durable (ms). LINE counts 2 s as failed; this leaves room for the way there and back. */
export const DURABLE_WITHIN_MS = 1_200;

export interface WebhookOptions {
  readonly channelSecret: string;
  readonly reception: Reception;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly log: Log;
  /** Time for the writes to become durable (ms), DURABLE_WITHIN_MS but in tests. */
  readonly durableWithinMs: number;
}

/** The handler of `POST /webhook`: the raw body first, the signature before anything is parsed. */
export function webhook(options: WebhookOptions): RequestHandler {
  return (req, res) => receive(options, req, res);
}

async function receive(options: WebhookOptions, req: Request, res: Response): Promise<void> {
  const { metrics, clock, reception, log } = options;
  const receivedAt = clock();
  const stopTimer = metrics.webhookSeconds.startTimer();
  const answer = (status: number): void => {
    metrics.webhookRequests.inc({ status: String(status) });
    stopTimer();
    res.writeHead(status).end();
  };

  const bytes = await readRawBody(req, BODY_LIMIT);
  const signature = req.headers['x-line-signature'];
  if (!verifySignature(options.channelSecret, bytes, typeof signature === 'string' ? signature : undefined)) {
    answer(401);
    return;
  }
  const events = parse(bytes);
  if (!events) {
    answer(400);
    return;
  }

  const delivery = { givenUp: false };
  try {
    await within(options.durableWithinMs, reception.accept(events, delivery), () => (delivery.givenUp = true));
    answer(200);
  } catch (error) {
    metrics.storeLate.inc();
    log.warn({ err: error, events: events.length }, 'writes are not durable, asking LINE to deliver again');
    answer(503);
  }
  reception.release(events, receivedAt);
}

function parse(bytes: Buffer): readonly LineEvent[] | undefined {
  try {
    return readEvents(JSON.parse(bytes.toString('utf8')));
  } catch {
    return undefined;
  }
}

/** The promise's result, or an error after `ms`; `onLate` is called before that error. */
function within(ms: number, promise: Promise<void>, onLate: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      onLate();
      reject(new Error(`not durable within ${ms} ms`));
    }, ms);
    promise.finally(() => clearTimeout(timer)).then(resolve, reject);
  });
}
