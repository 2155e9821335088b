import { z } from 'zod';
import { base32 } from './base32.ts';
import { arabicDigits } from './thai-digits.ts';

/** 11 letters of 5 bits: 55 random bits. At a million guesses a second one of 1,000 codes is found in a year or so. */
export const CODE_LETTERS = 11;
const RANDOM_BYTES = 7;

/** 11 letters of Crockford's base32 (no I, L, O, U): 55 random bits, readable aloud. Stored without separators, upper case. */
export const CodeSchema = z.string().regex(/^[0-9ABCDEFGHJKMNPQRSTVWXYZ]{11}$/);

/** A new code. `randomBytes(n)` must give n unguessable bytes (`node:crypto`). */
export function newCode(randomBytes: (count: number) => Uint8Array): string {
  return base32(randomBytes(RANDOM_BYTES), CODE_LETTERS);
}

/**
 * The code somebody typed or scanned, as it is stored; undefined if it cannot be one. Lower case, spaces, dashes, Thai
 * digits and the letters that look like digits (O, I, L) are understood.
 */
export function readCode(typed: string): string | undefined {
  const code = arabicDigits(typed.normalize('NFKC').toUpperCase())
    .replaceAll(/[\s\u200B-\u200D\uFEFF\u00AD\u2010-\u2015\u2212-]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return CodeSchema.safeParse(code).success ? code : undefined;
}

/** A code as people read it: `XXXX-XXXX-XXX`. */
export function showCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`;
}
