/** Thai vowels and tone marks stand on their consonant: cutting between graphemes never tears them apart. */
const GRAPHEMES = new Intl.Segmenter('th', { granularity: 'grapheme' });

/** A Thai grapheme is at most a consonant, a vowel and a tone mark; more is not text but an attempt to be long. */
const UNITS_PER_GRAPHEME = 3;

/**
 * At most `max` graphemes (what LINE counts in labels and displayText), the last one `…` if something was left out. Also
 * at most three UTF-16 units for each, so that the size in bytes is bounded too.
 */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  return shorten(text, max, max * UNITS_PER_GRAPHEME);
}

/** At most `max` UTF-16 code units (what LINE counts in altText), cut between graphemes, with `…` if something was left out. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  return shorten(text, max, max);
}

function shorten(text: string, maxGraphemes: number, maxUnits: number): string {
  let graphemes = 0;
  let units = 0;
  // Where to cut if the whole does not fit: leaves room for `…`.
  let safe = 0;
  for (const { segment } of GRAPHEMES.segment(text)) {
    graphemes += 1;
    units += segment.length;
    if (graphemes > maxGraphemes || units > maxUnits) return `${text.slice(0, safe).trimEnd()}…`;
    if (graphemes < maxGraphemes && units < maxUnits) safe = units;
  }
  return text;
}
