import { typeface } from './typeface.ts';

/**
 * A name as it can be printed: one line, single spaces, without what the typeface has no shape for (emoji, control and
 * invisible characters), which would come out as boxes.
 */
export function legible(text: string): string {
  const { has } = typeface(400);
  const INVISIBLE = /[\p{Cc}\p{Cf}]/u;
  const kept = Array.from(text.normalize('NFC').replaceAll(/\s+/g, ' ')).filter(
    (letter) => has(letter.codePointAt(0) ?? 0) && !INVISIBLE.test(letter),
  );
  return kept.join('').replaceAll(/ +/g, ' ').trim();
}
