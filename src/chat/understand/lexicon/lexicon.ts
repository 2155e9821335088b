import { fold, foldPlain, isLatin, isPlain } from '../fold.ts';
import { normalise } from '../normalise.ts';
import { Trie } from '../trie.ts';
import { ACTION_WORDS } from './action-words.ts';
import { CHAT_WORDS } from './chat-words.ts';
import { INDICATOR_NAMES } from './indicator-names.ts';
import { MEANING_WORDS } from './meaning-words.ts';
import { PLAIN_WORDS } from './plain-words.ts';
import { CORRUPTION_WORDS } from './corruption-words.ts';
import { OWN_DATA_WORDS } from './own-data-words.ts';
import { SCORE_WORDS } from './score-words.ts';
import { numberWords, TIME_WORDS } from './time-words.ts';

const GROUPS = {
  ...SCORE_WORDS,
  ...INDICATOR_NAMES,
  ...TIME_WORDS,
  ...MEANING_WORDS,
  ...ACTION_WORDS,
  ...CHAT_WORDS,
  ...CORRUPTION_WORDS,
  ...OWN_DATA_WORDS,
  ...PLAIN_WORDS,
};

/** Every phrase as it is written in the lexicon. */
export function phrases(): string[] {
  return Object.values(GROUPS).flatMap((phrases) => phrases.split('|').map((phrase) => phrase.trim()));
}

/** What a phrase stands for; a phrase may stand for several. */
export type Concept = keyof typeof GROUPS | 'number_word';

/** One phrase of the lexicon, as it is compared. */
export interface Entry {
  readonly concepts: ReadonlySet<Concept>;
  /** Folded length in characters. */
  readonly length: number;
  /** For number words: the number. */
  readonly value: number | undefined;
  /** Begins or ends with a Latin letter: must stand alone, so that `ita` is not found in "digital". */
  readonly latin: boolean;
  /** May be recognised with one slip: long enough, and nothing that a slip of the finger should turn into an accusation. */
  readonly forgiving: boolean;
  /** What each spelling stands for, where tone marks make a difference ("หวย", "ห่วย"); the concepts of all of them else. */
  readonly spellings: ReadonlyMap<string, ReadonlySet<Concept>> | undefined;
}

/** Shorter words are too like each other for one slip. */
const FORGIVING_FROM = 5;
const FORGIVING_CAREFUL_FROM = 7;

/** In words shorter than this, lost tone marks are not forgiven: "สง" begins "สงกรานต์", and is no "ส่ง". */
export const TONE_MATTERS_BELOW = 3;

/** All phrases, ready to be looked up. Built once, at import; thousands of phrases, so nothing is allocated twice. */
export const LEXICON: Trie<Entry> = build();

interface Written {
  readonly spellings: string[];
  /** `concepts[i]` goes with `spellings[i]`. */
  readonly concepts: Concept[];
}

function build(): Trie<Entry> {
  const written = new Map<string, Written>();
  const add = (phrase: string, concept: Concept) => {
    const plain = isPlain(phrase);
    const normal = plain ? phrase : normalise(phrase);
    const folded = plain ? foldPlain(phrase) : fold(normal).text;
    if (folded === '') return;
    const known = written.get(folded);
    if (known) {
      known.spellings.push(normal);
      known.concepts.push(concept);
    } else written.set(folded, { spellings: [normal], concepts: [concept] });
  };
  for (const concept in GROUPS) {
    for (const phrase of GROUPS[concept as keyof typeof GROUPS].split('|')) add(phrase.trim(), concept as Concept);
  }
  const values = new Map<string, number>();
  for (const [word, value] of numberWords()) {
    add(word, 'number_word');
    values.set(foldPlain(word), value);
  }
  const shared: Shared = new Map();
  const trie = new Trie<Entry>();
  for (const [folded, found] of written) trie.add(folded, entryOf(folded, found, values.get(folded), shared));
  return trie;
}

function entryOf(folded: string, { spellings, concepts }: Written, value: number | undefined, shared: Shared): Entry {
  const careful = concepts.some(
    (concept) => concept in CORRUPTION_WORDS || concept in OWN_DATA_WORDS || concept === 'off_topic',
  );
  const forgivingFrom = careful ? FORGIVING_CAREFUL_FROM : FORGIVING_FROM;
  return {
    concepts: setOf(concepts, shared),
    length: folded.length,
    value,
    latin: isLatin(folded[0]) || isLatin(folded.at(-1)),
    forgiving: value === undefined && folded.length >= forgivingFrom,
    spellings:
      spellings.length > 1 || folded.length < TONE_MATTERS_BELOW ? bySpelling(spellings, concepts, shared) : undefined,
  };
}

type Shared = Map<string, ReadonlySet<Concept>>;

function bySpelling(spellings: string[], concepts: Concept[], shared: Shared): Entry['spellings'] {
  const different = new Map<string, Concept[]>();
  spellings.forEach((spelling, i) => {
    const bare = spelling.replaceAll(' ', '');
    const known = different.get(bare);
    if (known) known.push(concepts[i]!);
    else different.set(bare, [concepts[i]!]);
  });
  return new Map([...different].map(([spelling, some]) => [spelling, setOf(some, shared)]));
}

function setOf(concepts: Concept[], shared: Shared): ReadonlySet<Concept> {
  const key = concepts.join();
  const known = shared.get(key);
  if (known) return known;
  const set = new Set(concepts);
  shared.set(key, set);
  return set;
}
