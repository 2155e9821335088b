import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base32 } from '../src/base32.ts';
import { CodeSchema, newCode, readCode, showCode } from '../src/code.ts';

describe('a code', () => {
  it('is read back however it is written down', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 7, maxLength: 7 }), fc.infiniteStream(fc.boolean()), (bytes, coins) => {
        const code = newCode(() => bytes);
        const sloppy = Array.from(showCode(code))
          .map((letter) => (coins.next().value === true ? letter.toLowerCase() : letter))
          .map((letter) => (letter === '0' && coins.next().value === true ? 'o' : letter))
          .map((letter) => (letter === '1' ? (coins.next().value === true ? 'l' : 'I') : letter))
          .join(coins.next().value === true ? ' ' : '');
        expect(CodeSchema.safeParse(code).success).toBe(true);
        expect(readCode(sloppy)).toBe(code);
      }),
    );
  });

  it('uses 55 of its random bits: each one changes it', () => {
    const codes = Array.from({ length: 55 }, (_, bit) => {
      const bytes = new Uint8Array(7);
      bytes[bit >> 3] = 128 >> (bit & 7);
      return newCode(() => bytes);
    });
    expect(new Set([...codes, newCode(() => new Uint8Array(7))]).size).toBe(56);
  });

  it.each(['', 'สวัสดี', '1234', 'ABCD-EFGH-JKU', 'ABCD-EFGH-JKMN', "ABCD'EFGHJK"])('is not %j', (typed) => {
    expect(readCode(typed)).toBeUndefined();
  });

  it.each([
    ['4k7p-9qzr-x2m', '4K7P9QZRX2M'],
    [' ๔K7P 9QZR X๒M ', '4K7P9QZRX2M'],
    ['４Ｋ７Ｐ－９ＱＺＲ－Ｘ２Ｍ', '4K7P9QZRX2M'],
    ['4K7P–9QZR–X2M', '4K7P9QZRX2M'],
  ])('is found in %j', (typed, code) => expect(readCode(typed)).toBe(code));

  it('is not the same twice', () => {
    expect(new Set(Array.from({ length: 1_000 }, () => newCode(randomBytes))).size).toBe(1_000);
  });
});

describe('base32', () => {
  it('writes the number that the bits are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 13, maxLength: 32 }), (bytes) => {
        const number = bytes.slice(0, 13).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n) >> 4n;
        const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
        const back = Array.from(base32(bytes, 20)).reduce(
          (sum, letter) => sum * 32n + BigInt(letters.indexOf(letter)),
          0n,
        );
        expect(back).toBe(number);
      }),
    );
  });

  it('refuses to make letters out of too few bytes', () => {
    expect(() => base32(new Uint8Array(6), 11)).toThrow(RangeError);
  });
});
