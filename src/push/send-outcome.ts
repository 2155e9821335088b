import type { Endpoint } from './request-body.ts';

/**
 * How a call to LINE ended. `accepted-before`: LINE had taken the same retry key already; `refused`: it certainly sent nothing;
 * `unclear`: it may have.
 */
export type SendOutcome =
  | { readonly kind: 'accepted' | 'accepted-before' }
  | {
      readonly kind: 'refused';
      /** Of these, `rate-limit` and `not-reached` may be tried again, `monthly-limit` ends everything, the rest is for good. */
      readonly reason: string;
      readonly status: number | undefined;
    }
  | { readonly kind: 'unclear'; readonly reason: string };

/** One request to LINE. */
interface Sending {
  readonly endpoint: Endpoint;
  /** As JSON. */
  readonly body: string;
  readonly retryKey: string;
}

/** Makes one call, once. Never rejects. */
export type Send = (sending: Sending) => Promise<SendOutcome>;
