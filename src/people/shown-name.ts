/** Longest name kept (UTF-16 units); LINE allows 20 letters. */
const LONGEST = 100;
const GRAPHEMES = new Intl.Segmenter('th', { granularity: 'grapheme' });
/** What could rewrite the line it stands in: control characters, and marks that turn the direction of writing. */
const UNFIT = /[\p{Cc}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

/** A name as LINE shows it, made fit to stand in a sentence; null if nothing is left to read. */
export function shownName(displayName: string): string | null {
  const plain = displayName.toWellFormed().replaceAll(UNFIT, ' ').replaceAll(/\s+/g, ' ').trim();
  let kept = '';
  for (const { segment } of GRAPHEMES.segment(plain.slice(0, LONGEST + 20))) {
    if (kept.length + segment.length > LONGEST) break;
    kept += segment;
  }
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(kept) ? kept.trimEnd() : null;
}
