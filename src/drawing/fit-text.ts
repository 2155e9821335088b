import { breakLines } from './break-lines.ts';
import type { Weight } from './font-file.ts';
import { typeface } from './typeface.ts';

export interface Room {
  readonly weight: Weight;
  /** In the units of the sizes. */
  readonly width: number;
  readonly maxLines: number;
  /** Font sizes to try, the wanted one first. */
  readonly sizes: readonly [number, ...number[]];
}

export interface Fitted {
  readonly size: number;
  readonly lines: readonly string[];
}

/** The largest of the sizes at which a text fits its room. At the smallest, what still does not fit ends in `…`. */
export function fitText(text: string, { weight, width, maxLines, sizes }: Room): Fitted {
  const { width: ems } = typeface(weight);
  let fitted: Fitted = { size: sizes[0], lines: [] };
  for (const size of sizes) {
    fitted = { size, lines: breakLines(text, width, (line) => ems(line) * size) };
    if (fitted.lines.length <= maxLines) return fitted;
  }
  const { size, lines } = fitted;
  const kept = lines.slice(0, maxLines);
  return { size, lines: [...kept.slice(0, -1), shorten(kept.at(-1) ?? '', (line) => ems(line) * size <= width)] };
}

const GRAPHEMES = new Intl.Segmenter('th', { granularity: 'grapheme' });

function shorten(line: string, fits: (line: string) => boolean): string {
  const letters = Array.from(GRAPHEMES.segment(line), ({ segment }) => segment);
  while (letters.length > 0 && !fits(`${letters.join('').trim()}…`)) letters.pop();
  return `${letters.join('').trim()}…`;
}
