/** Crockford's alphabet: no I, L, O or U, so that a code can be read aloud and typed without mistakes. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The first `length` letters of `bytes`, 5 bits each, most significant first. Throws RangeError if there are too few bytes. */
export function base32(bytes: Uint8Array, length: number): string {
  if (bytes.length * 8 < length * 5)
    throw new RangeError(`${length} letters need ${Math.ceil((length * 5) / 8)} bytes`);
  let text = '';
  for (let letter = 0; letter < length; letter += 1) {
    const bit = letter * 5;
    const at = bit >> 3;
    const pair = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
    text += LETTERS.charAt((pair >> (11 - (bit & 7))) & 31);
  }
  return text;
}
