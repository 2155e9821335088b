/**
 * How a call to LINE ended, as far as we can know:
 * - `accepted`: LINE said yes.
 * - `refused`: LINE said no, or was never reached: nothing was sent.
 * - `unclear`: the call was on its way when it broke (timeout, reset, 5xx): LINE may or may not have sent the messages.
 */
export type CallOutcome =
  | { readonly kind: 'accepted'; readonly requestId: string | undefined }
  | {
      readonly kind: 'refused';
      readonly reason: RefusedReason;
      readonly status: number | undefined;
      readonly requestId: string | undefined;
    }
  | { readonly kind: 'unclear'; readonly reason: UnclearReason; readonly status: number | undefined };

/** A call that was not accepted. */
export type FailedCall = Exclude<CallOutcome, { readonly kind: 'accepted' }>;

type RefusedReason =
  'invalid-reply-token' | 'bad-request' | 'unauthorized' | 'rate-limit' | 'monthly-limit' | 'not-reached' | 'other';
type UnclearReason = 'timeout' | 'reset' | 'server-error';

/** LINE's own words for an exhausted month; only the text tells the two kinds of 429 apart (Messaging API reference, Error messages). */
const MONTHLY_LIMIT = 'You have reached your monthly limit.';
const INVALID_TOKEN = 'Invalid reply token';

/** What a response with this status and body means. */
export function outcomeOfResponse(status: number, body: string, requestId: string | undefined): CallOutcome {
  if (status >= 200 && status < 300) return { kind: 'accepted', requestId };
  if (status >= 500) return { kind: 'unclear', reason: 'server-error', status };
  return { kind: 'refused', reason: refusedReason(status, body), status, requestId };
}

function refusedReason(status: number, body: string): RefusedReason {
  if (status === 401 || status === 403) return 'unauthorized';
  if (status === 429) return body.includes(MONTHLY_LIMIT) ? 'monthly-limit' : 'rate-limit';
  if (status === 400) return body.includes(INVALID_TOKEN) ? 'invalid-reply-token' : 'bad-request';
  return 'other';
}

/** Errors of the network that mean that no byte of the request was processed by LINE. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
]);
const TIMEOUTS = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'UND_ERR_ABORTED']);

/** What a failed call means, from the error the HTTP client threw. */
export function outcomeOfError(error: unknown): FailedCall {
  const code = (error as { code?: unknown }).code;
  const name = (error as { name?: unknown }).name;
  if (typeof code === 'string' && NEVER_SENT.has(code)) {
    return { kind: 'refused', reason: 'not-reached', status: undefined, requestId: undefined };
  }
  if (name === 'TimeoutError' || name === 'AbortError' || (typeof code === 'string' && TIMEOUTS.has(code))) {
    return { kind: 'unclear', reason: 'timeout', status: undefined };
  }
  return { kind: 'unclear', reason: 'reset', status: undefined };
}
