import { createHmac, timingSafeEqual } from 'node:crypto';

/** The `x-line-signature` of a body: base64 of its HMAC-SHA256 under the channel secret. */
export function sign(channelSecret: string, body: Uint8Array | string): string {
  return createHmac('sha256', channelSecret).update(body).digest('base64');
}

/**
 * Whether `signature` is the one LINE would send with exactly these bytes. Takes the same time wherever a wrong
 * signature differs.
 */
export function verifySignature(channelSecret: string, body: Uint8Array, signature: string | undefined): boolean {
  if (signature === undefined) return false;
  const expected = Buffer.from(sign(channelSecret, body));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
