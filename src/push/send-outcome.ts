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

/** What a call sends. `messages` is a JSON array of 1–5 messages; `to` has one user id for a push, up to 500 for a multicast. */
interface Sending {
  readonly to: readonly string[];
  readonly messages: string;
  readonly retryKey: string;
  readonly unit: string | null;
}

/** Makes one call, once. Never rejects. */
export type Send = (sending: Sending) => Promise<SendOutcome>;
