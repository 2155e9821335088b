import { sign } from '../../line/signature.ts';
import { rawJson } from './raw-json.ts';

/** How one webhook call went. */
export interface Posted {
  /** HTTP status; null when no answer came. */
  readonly status: number | null;
  readonly ms: number;
  /** LINE's word for the failure; none when it was received. */
  readonly reason: 'OK' | 'COULD_NOT_CONNECT' | 'REQUEST_TIMEOUT' | 'ERROR_STATUS_CODE';
  readonly detail: string;
}

export interface Target {
  readonly url: string;
  readonly channelSecret: string;
  readonly timeoutMs: number;
}

/** Posts one signed webhook. Never throws: what went wrong is in the answer. */
export async function postWebhook(target: Target, destination: string, events: readonly object[]): Promise<Posted> {
  const body = Buffer.from(rawJson({ destination, events }));
  const start = performance.now();
  const after = () => Math.round(performance.now() - start);
  try {
    const response = await fetch(target.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'LineBotWebhook/2.0',
        'x-line-signature': sign(target.channelSecret, body),
      },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(target.timeoutMs),
    });
    await response.body?.cancel();
    const { status } = response;
    return { status, ms: after(), reason: response.ok ? 'OK' : 'ERROR_STATUS_CODE', detail: String(status) };
  } catch (error) {
    const timedOut = error instanceof Error && error.name === 'TimeoutError';
    return timedOut
      ? { status: null, ms: after(), reason: 'REQUEST_TIMEOUT', detail: `no answer within ${target.timeoutMs} ms` }
      : { status: null, ms: after(), reason: 'COULD_NOT_CONNECT', detail: causeOf(error) };
  }
}

function causeOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return cause instanceof Error ? cause.message || cause.name : 'connection failed';
}
