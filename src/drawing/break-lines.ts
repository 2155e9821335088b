import { thaiPieces, type Piece } from './thai-pieces.ts';

interface Path {
  readonly cost: number;
  readonly lines: readonly string[];
}

/** A break between words costs as much as a line that is this share of the width too short. */
const WORD_BREAK = 0.3;
const GRAPHEMES = new Intl.Segmenter('th', { granularity: 'grapheme' });

/**
 * Breaks a text into as few lines as fit `width`, evenly filled, at spaces rather than between words, and in proper names
 * only if nothing else fits. A word longer than a line is cut between letters, never between a letter and its marks.
 */
export function breakLines(text: string, width: number, measure: (text: string) => number): string[] {
  const pieces = thaiPieces(text).flatMap((piece) => cutToFit(piece, width, measure));
  let best: readonly Path[] = [{ cost: 0, lines: [] }];
  // best[n]: the cheapest way to set the first n pieces, fewest lines first.
  for (let end = 1; end <= pieces.length; end += 1) {
    let found: Path | undefined;
    for (let start = end - 1; start >= 0; start -= 1) {
      const line = pieces
        .slice(start, end)
        .map((piece) => piece.text)
        .join('')
        .trim();
      const share = measure(line) / width;
      if (share > 1) break;
      const before = best[start] as Path;
      const tear = end === pieces.length ? 0 : WORD_BREAK * (pieces[end - 1] as Piece).breakAfter;
      const path = { cost: before.cost + (1 - share) ** 2 + tear, lines: [...before.lines, line] };
      if (!found || isBetter(path, found)) found = path;
    }
    best = [...best, found ?? { cost: 0, lines: [] }];
  }
  return [...(best.at(-1)?.lines ?? [])];
}

const isBetter = (one: Path, other: Path): boolean =>
  one.lines.length < other.lines.length || (one.lines.length === other.lines.length && one.cost < other.cost);

function cutToFit(piece: Piece, width: number, measure: (text: string) => number): Piece[] {
  if (measure(piece.text.trim()) <= width) return [piece];
  const parts: string[] = [];
  for (const { segment } of GRAPHEMES.segment(piece.text)) {
    const grown = (parts.at(-1) ?? '') + segment;
    if (parts.length > 0 && measure(grown.trim()) <= width) parts[parts.length - 1] = grown;
    else parts.push(segment);
  }
  return parts.map((text, no) => ({ text, breakAfter: no === parts.length - 1 ? piece.breakAfter : 9 }));
}
