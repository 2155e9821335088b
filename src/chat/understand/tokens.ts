import { cover, type Candidates } from './cover.ts';
import { fold, isDigit, isLatin, type Folded } from './fold.ts';
import { TONE_MATTERS_BELOW, type Entry } from './lexicon/entry.ts';
import { LEXICON, type Concept } from './lexicon/lexicon.ts';
import type { Token } from './token.ts';

/** The known words of a text, in order, without overlap. */
export interface Tokens {
  readonly folded: Folded;
  readonly tokens: readonly Token[];
  /** Characters that no token covers. */
  readonly unknown: number;
}

const NONE: ReadonlySet<Concept> = new Set();
const LEADING_VOWEL = /[เแโไ]/;
const DEPENDENT = /[ะัาำิ-ฺๅ]/;

/**
 * Cuts normalised text into known words: of all ways to lay phrases side by side, the one that covers most with fewest
 * phrases. Where letters stay unknown, phrases with one slip are tried as well.
 */
export function tokenise(normal: string): Tokens {
  const folded = fold(normal);
  const candidates = exactCandidates(folded, normal);
  let best = cover(folded.text.length, candidates);
  if (best.unknown >= 1) {
    addSlipped(folded, candidates, best.tokens);
    best = cover(folded.text.length, candidates);
  }
  return { folded, ...best };
}

function put(candidates: Candidates, token: Token): void {
  const list = candidates.get(token.start);
  if (list) list.push(token);
  else candidates.set(token.start, [token]);
}

function exactCandidates(folded: Folded, normal: string): Candidates {
  const candidates: Candidates = new Map();
  const { text, breaks } = folded;
  for (let start = 0; start < text.length; start++) {
    if (isDigit(text[start]) && (start === 0 || breaks[start] || !isDigit(text[start - 1]))) {
      put(candidates, numberAt(folded, start));
    }
    if (!mayStart(folded, start)) continue;
    LEXICON.exact(text, start, (entry, end) => {
      if (!mayStand(folded, entry, start, end)) return;
      const concepts = spelt(entry, normal, folded, start, end);
      if (concepts) put(candidates, tokenOf(entry, start, end, false, concepts));
    });
  }
  return candidates;
}

function numberAt({ text, breaks }: Folded, start: number): Token {
  let end = start + 1;
  while (end < text.length && !breaks[end] && isDigit(text[end])) end++;
  const whole = end;
  if (text[end] === '.' && isDigit(text[end + 1])) {
    end++;
    while (end < text.length && !breaks[end] && isDigit(text[end])) end++;
  }
  const written = text.slice(start, end);
  return {
    start,
    end,
    concepts: NONE,
    number: whole - start > 6 ? undefined : Number(written),
    digits: true,
    written,
    slip: false,
  };
}

/** What the phrase stands for in just this spelling, or in any if this one is not known; undefined for short words. */
function spelt(
  entry: Entry,
  normal: string,
  { at }: Folded,
  start: number,
  end: number,
): ReadonlySet<Concept> | undefined {
  if (!entry.spellings) return entry.concepts;
  const known = entry.spellings.get(normal.slice(at[start], at[end]).replaceAll(' ', ''));
  return known ?? (entry.length < TONE_MATTERS_BELOW ? undefined : entry.concepts);
}

function tokenOf(entry: Entry, start: number, end: number, slip: boolean, concepts = entry.concepts): Token {
  return { start, end, concepts, number: entry.value, digits: false, written: '', slip };
}

/** Not in the middle of a syllable, after its leading vowel. */
function mayStart({ text, breaks }: Folded, start: number): boolean {
  return start === 0 || breaks[start] === true || !LEADING_VOWEL.test(text[start - 1]!);
}

function mayStand({ text, breaks }: Folded, entry: Entry, start: number, end: number): boolean {
  if (end < text.length && !breaks[end] && DEPENDENT.test(text[end]!)) return false;
  if (!entry.latin) return true;
  const startsAlone = breaks[start]! || !isLatin(text[start]) || !isLatin(text[start - 1]);
  const endsAlone = breaks[end] || !isLatin(text[end - 1]) || !isLatin(text[end]);
  return startsAlone && endsAlone;
}

/** A slip may have broken the words on either side as well, so looking starts a little before what is unknown. */
const BEFORE_UNKNOWN = 14;

/** A slip in a word this long is believed if it fits to known words on one side only. */
const LONG = 8;

function addSlipped(folded: Folded, candidates: Candidates, tokens: readonly Token[]): void {
  const { text } = folded;
  const starts = new Set<number>();
  let at = 0;
  for (const token of [...tokens, undefined]) {
    const until = token?.start ?? text.length;
    if (until > at) for (let i = Math.max(0, at - BEFORE_UNKNOWN); i < until; i++) starts.add(i);
    at = token?.end ?? at;
  }
  const ends = new Set<number>();
  for (const list of candidates.values()) for (const token of list) ends.add(token.end);
  const known = new Set(candidates.keys());
  for (const start of starts) {
    if (!mayStart(folded, start)) continue;
    const begins = folded.breaks[start] === true || ends.has(start);
    LEXICON.slipped(text, start, (entry, end) => {
      if (!entry.forgiving || end > text.length || !mayStand(folded, entry, start, end)) return;
      const fits = Number(begins) + Number(folded.breaks[end] === true || known.has(end));
      if (fits < (entry.length >= LONG ? 1 : 2)) return;
      put(candidates, tokenOf(entry, start, end, true));
    });
  }
}
