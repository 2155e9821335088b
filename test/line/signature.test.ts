import { describe, expect, it } from 'vitest';
import { sign, verifySignature } from '../../src/line/signature.ts';

// The example of LINE's documentation (verify-webhook-signature).
const SECRET = '8c570fa6dd201bb328f1c1eac23a96d8';
const BODY = '{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[]}';
const SIGNATURE = 'GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=';

describe('the webhook signature', () => {
  it("is LINE's own example", () => {
    expect(sign(SECRET, BODY)).toBe(SIGNATURE);
    expect(verifySignature(SECRET, Buffer.from(BODY), SIGNATURE)).toBe(true);
  });

  it('is over the bytes, so text and its bytes have the same', () => {
    expect(sign(SECRET, Buffer.from('ความโปร่งใส'))).toBe(sign(SECRET, 'ความโปร่งใส'));
  });

  it.each([
    ['a missing signature', BODY, undefined],
    ['an empty signature', BODY, ''],
    ['another signature of the same length', BODY, SIGNATURE.replace('G', 'H')],
    ['a longer signature', BODY, `${SIGNATURE}=`],
    ['a changed body', BODY.replace('[]', '[ ]'), SIGNATURE],
  ])('refuses %s', (_, body, signature) => {
    expect(verifySignature(SECRET, Buffer.from(body), signature)).toBe(false);
  });

  it('refuses the right signature under another secret', () => {
    expect(verifySignature('0'.repeat(32), Buffer.from(BODY), SIGNATURE)).toBe(false);
  });
});
