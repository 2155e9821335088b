import { writtenText } from '../written-text.ts';
import { MAX_COMMENT } from './feedback.ts';

const GRAPHEMES = new Intl.Segmenter('th', { granularity: 'grapheme' });

/**
 * A comment as it is kept: control characters and space around it dropped, at most MAX_COMMENT UTF-16 units, never cut
 * within a letter and its vowel or tone. `text` is null if nothing is left; `cut` tells whether the end was lost.
 */
export function readComment(written: string): { readonly text: string | null; readonly cut: boolean } {
  const text = writtenText(written);
  if (text.length <= MAX_COMMENT) return { text: text || null, cut: false };
  let kept = '';
  for (const { segment } of GRAPHEMES.segment(text.slice(0, MAX_COMMENT + 100))) {
    if (kept.length + segment.length > MAX_COMMENT) break;
    kept += segment;
  }
  return { text: kept.trimEnd() || null, cut: true };
}
