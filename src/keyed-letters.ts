import { createHmac } from 'node:crypto';
import { base32 } from './base32.ts';

/** `count` letters of base32 (at most 51) that stand for `text` and that nobody without the key can work out. */
export function keyedLetters(key: string, text: string, count: number): string {
  return base32(createHmac('sha256', key).update(text).digest(), count);
}
