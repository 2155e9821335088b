import { createHmac, timingSafeEqual } from 'node:crypto';

/** The signature LINE sends with a webhook: base64 of HMAC-SHA256 over the exact bytes of the body, keyed with the channel secret. */
export function sign(channelSecret: string, body: Uint8Array | string): string {
  return createHmac('sha256', channelSecret).update(body).digest('base64');
}

/**
 * True if `signature` (header `x-line-signature`) is the right one for these raw bytes. Compares in constant time.
 * A missing signature is a wrong one. Never throws.
 */
export function verifySignature(channelSecret: string, body: Uint8Array, signature: string | undefined): boolean {
  if (!signature) return false;
  const expected = Buffer.from(sign(channelSecret, body));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
