/** Letters that sound alike and are often mistaken for each other; written as the commoner one. */
const SOUNDS_LIKE: Readonly<Record<string, string>> = {
  ฎ: 'ฏ',
  ศ: 'ส',
  ษ: 'ส',
  ณ: 'น',
  ฬ: 'ล',
  ใ: 'ไ',
  ฃ: 'ข',
  ฅ: 'ค',
};

/** Tone marks, ็, ์ and the like: the first thing that is lost in quick typing. */
const DROPPED = new Set(['่', '้', '๊', '๋', '์', '็', '๎', 'ฺ']);

/** What is compared: no tone marks, no spaces, no punctuation. */
export interface Folded {
  readonly text: string;
  /** `breaks[i]`: a space or sign stood before character i, so a Latin word or a number may begin there. */
  readonly breaks: readonly boolean[];
  /** `at[i]`: where character i stands in the normalised text. */
  readonly at: readonly number[];
}

/** Folds text that `normalise` has been through. */
export function fold(normal: string): Folded {
  let text = '';
  const breaks: boolean[] = [];
  const at: number[] = [];
  let pending = true;
  for (let i = 0; i < normal.length; i++) {
    const char = normal[i]!;
    if (DROPPED.has(char)) continue;
    if (!isKept(normal, i)) {
      pending = true;
      continue;
    }
    text += SOUNDS_LIKE[char] ?? char;
    breaks.push(pending);
    at.push(i);
    pending = false;
  }
  breaks.push(true);
  at.push(normal.length);
  return { text, breaks, at };
}

const LETTER_OR_DIGIT = /[\p{L}\p{M}\p{N}]/u;

/** Signs only count inside figures: 97.02, 4/5, 2563-2565. */
function isKept(normal: string, i: number): boolean {
  const code = normal.charCodeAt(i);
  if (code >= 0x0e01 && code <= 0x0e59) return true;
  const char = normal[i]!;
  if (char === '%' || char === '+') return true;
  if (char === '.' || char === '/') return isDigit(normal[i - 1]) && isDigit(normal[i + 1]);
  if (char === '-') return isDigit(normal.slice(i + 1).trimStart()[0]);
  return LETTER_OR_DIGIT.test(char);
}

export function isDigit(char: string | undefined): boolean {
  return char !== undefined && char >= '0' && char <= '9';
}

export function isLatin(char: string | undefined): boolean {
  return char !== undefined && char >= 'a' && char <= 'z';
}

/** What each character up to the end of Thai folds to, by code; 0 if it is dropped. */
const FOLDED_CODES = new Uint16Array(0x0e80);
for (const [from, to] of [
  [0x25, 0x25],
  [0x30, 0x39],
  [0x61, 0x7a],
  [0x0e01, 0x0e4d],
] as const) {
  for (let code = from; code <= to; code++) FOLDED_CODES[code] = code;
}
for (const char in SOUNDS_LIKE) FOLDED_CODES[char.charCodeAt(0)] = SOUNDS_LIKE[char]!.charCodeAt(0);
for (const char of DROPPED) FOLDED_CODES[char.charCodeAt(0)] = 0;

/**
 * What `fold` makes of one character of a phrase of the lexicon, by code: 0 if it is dropped. Phrases are lower case and
 * have no figures with signs, so that no neighbour needs to be looked at.
 */
export function foldedCode(code: number): number {
  return FOLDED_CODES[code] ?? 0;
}
