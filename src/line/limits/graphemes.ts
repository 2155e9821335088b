// Making a segmenter costs milliseconds; counting with a kept one costs microseconds.
const segmenter = new Intl.Segmenter('th', { granularity: 'grapheme' });

/**
 * Whether `text` has more than `max` characters as a reader sees them: LINE counts labels, display texts and template
 * texts this way, everything else in UTF-16 code units. Thai vowels and tone marks belong to their consonant.
 */
export function isLongerThan(text: string, max: number): boolean {
  // No text has more clusters than code units.
  if (text.length <= max) return false;
  let count = 0;
  for (const _ of segmenter.segment(text)) {
    count += 1;
    if (count > max) return true;
  }
  return false;
}
