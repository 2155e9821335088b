import { readMentions } from '../mentions.ts';
import { normalise } from '../normalise.ts';
import { readCorruption } from './corruption.ts';

/** Letters looked at in one go; understanding reads 400 at most. */
const PIECE = 360;
/** Letters that neighbouring pieces share, so that nothing is missed where one ends. */
const SHARED = 120;

/**
 * Whether a longer text, such as a comment, reports corruption anywhere: line by line, so that a score praised in one line
 * does not hide what the next one tells. `today`: fiscal year of today.
 */
export function reportsCorruption(text: string, today: number): boolean {
  return text
    .split('\n')
    .flatMap(pieces)
    .some((piece) => readCorruption(readMentions(normalise(piece), today)).why !== undefined);
}

function pieces(line: string): string[] {
  const cut: string[] = [];
  for (let from = 0; from === 0 || from + SHARED < line.length; from += PIECE - SHARED)
    cut.push(line.slice(from, from + PIECE));
  return cut;
}
