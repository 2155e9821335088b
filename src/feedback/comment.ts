import { createHash } from 'node:crypto';
import { MAX_COMMENT } from './feedback.ts';

const GRAPHEMES = new Intl.Segmenter('th', { granularity: 'grapheme' });

/**
 * A comment as it is kept: control characters and space around it dropped, at most MAX_COMMENT UTF-16 units, never cut
 * within a letter and its vowel or tone. `text` is null if nothing is left; `cut` tells whether the end was lost.
 */
export function readComment(written: string): { readonly text: string | null; readonly cut: boolean } {
  const text = written
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    // oxlint-disable-next-line no-control-regex -- control characters are exactly what is taken out
    .replaceAll(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, ' ')
    .trim();
  if (text.length <= MAX_COMMENT) return { text: text || null, cut: false };
  let kept = '';
  for (const { segment } of GRAPHEMES.segment(text.slice(0, MAX_COMMENT + 100))) {
    if (kept.length + segment.length > MAX_COMMENT) break;
    kept += segment;
  }
  return { text: kept.trimEnd() || null, cut: true };
}

/** What is kept of a LINE message's id: enough to find the comment when the message is unsent. */
export function commentRefOf(messageId: string): string {
  return createHash('sha256').update(messageId).digest('base64url').slice(0, 22);
}
