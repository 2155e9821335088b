import { isDigit, type Folded } from './fold.ts';
import type { Token } from './token.ts';

/** The letter as people type it: small L for I, Thai, or held down too long. */
const LETTERS: Readonly<Record<string, 'I' | 'E' | 'O'>> = {
  i: 'I',
  l: 'I',
  ii: 'I',
  e: 'E',
  ee: 'E',
  o: 'O',
  oo: 'O',
  ไอ: 'I',
  อี: 'E',
  โอ: 'O',
};

/** Highest number an item has had in any year: I30, O48. */
const HIGHEST_I = 30;
const HIGHEST_O = 48;

interface ItemCode {
  readonly code: string;
  /** The token that is the letter, if it is one. */
  readonly letter: Token | undefined;
}

/**
 * The item code whose number is `tokens[at]`: "I29", "i-29", "ไอ 29", "l23" (small L), "ข้อ 123" (1 for I), "ข้อ 018"
 * (0 for O), "IIT ข้อ 23" is not one yet: see `mentions.ts`.
 */
export function itemCodeAt(folded: Folded, tokens: readonly Token[], at: number): ItemCode | undefined {
  const token = tokens[at]!;
  const value = token.number!;
  if (!Number.isInteger(value)) return undefined;
  const previous = tokens[at - 1];
  if (value >= 1 && value <= 99 && (token.written.length <= 2 || !token.digits)) {
    const letter = letterBefore(folded, token.start, previous);
    if (letter) return { code: letter.letter + value, letter: tokens.find((other) => other.start === letter.start) };
  }
  const afterItemWord = previous?.concepts.has('item_word') && token.start - previous.end <= 1;
  if (!token.digits || token.written.length !== 3 || !(afterItemWord || tokens.length === 1)) return undefined;
  const rest = Number(token.written.slice(1));
  if (token.written[0] === '1' && rest >= 1 && rest <= HIGHEST_I) return { code: `I${rest}`, letter: undefined };
  if (token.written[0] === '0' && rest >= 1 && rest <= HIGHEST_O) return { code: `O${rest}`, letter: undefined };
  return undefined;
}

function letterBefore(
  { text, breaks }: Folded,
  start: number,
  previous: Token | undefined,
): { letter: 'I' | 'E' | 'O'; start: number } | undefined {
  const end = text[start - 1] === '-' ? start - 1 : start;
  for (const length of [1, 2]) {
    const from = end - length;
    const letter = LETTERS[text.slice(from, end)];
    if (from < 0 || !letter) continue;
    const before = text[from - 1];
    const alone = from === 0 || breaks[from] || isDigit(before) || previous?.end === from;
    const latinAlone = length === 1 && !(before! >= 'a' && before! <= 'z');
    if (alone || latinAlone || previous?.start === from) return { letter, start: from };
  }
  return undefined;
}
