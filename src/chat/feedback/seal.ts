import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';

/** AES-256 in Galois counter mode: 12 bytes that are never the same for two texts, then the text, then 16 that show it is ours. */
const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Keeps what a button is about from whoever else sees the button: the id of a piece of feedback opens its reference page, and cards can be
 * forwarded. The same text is always sealed the same way.
 */
export interface Seal {
  readonly seal: (text: string) => string;
  /** Undefined if it was not sealed with the same secret, or has been changed. */
  readonly open: (sealed: string) => string | undefined;
}

/** Where there is no secret: nothing was ever sealed, and nothing is shown in the open instead. */
export const NO_SEAL: Seal = {
  seal: () => {
    throw new Error('there is no secret to seal buttons with');
  },
  open: () => undefined,
};

/** `secret`: known to every server of the agency, and to nobody else. */
export function createSeal(secret: string): Seal {
  const keyFor = (use: string): Buffer => createHmac('sha256', secret).update(`prongsai ${use}`).digest();
  const [key, nonceKey] = [keyFor('sealed buttons'), keyFor('nonces of sealed buttons')];
  return {
    seal: (text) => {
      const nonce = createHmac('sha256', nonceKey).update(text).digest().subarray(0, NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, key, nonce);
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url');
    },
    open: (sealed) => {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length < NONCE_BYTES + TAG_BYTES) return undefined;
      const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES));
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
      const text = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
      try {
        return Buffer.concat([text, decipher.final()]).toString('utf8');
      } catch {
        return undefined;
      }
    },
  };
}
