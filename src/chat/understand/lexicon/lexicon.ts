import { fold } from '../fold.ts';
import { normalise } from '../normalise.ts';
import { Trie } from '../trie.ts';
import { ACTION_WORDS } from './action-words.ts';
import { CHAT_WORDS } from './chat-words.ts';
import { INDICATOR_NAMES } from './indicator-names.ts';
import { MEANING_WORDS } from './meaning-words.ts';
import { PLAIN_WORDS } from './plain-words.ts';
import { SAFETY_WORDS } from './safety-words.ts';
import { SCORE_WORDS } from './score-words.ts';
import { numberWords, TIME_WORDS } from './time-words.ts';

const GROUPS = {
  ...SCORE_WORDS,
  ...INDICATOR_NAMES,
  ...TIME_WORDS,
  ...MEANING_WORDS,
  ...ACTION_WORDS,
  ...CHAT_WORDS,
  ...SAFETY_WORDS,
  ...PLAIN_WORDS,
};

/** Every phrase as it is written in the lexicon. */
export const PHRASES: readonly string[] = Object.values(GROUPS).flatMap((phrases) =>
  phrases.split('|').map((phrase) => phrase.trim()),
);

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

/** Phrases in plain Thai are written normally here; normalising them all would take most of the time of a start. */
const ONLY_THAI = /^[ก-์ ]+$/;

/** All phrases, ready to be looked up. Built once, at import. */
export const LEXICON: Trie<Entry> = build();

function build(): Trie<Entry> {
  const concepts = new Map<string, Map<string, Set<Concept>>>();
  const values = new Map<string, number>();
  const add = (phrase: string, concept: Concept) => {
    const normal = ONLY_THAI.test(phrase) ? phrase : normalise(phrase);
    const folded = fold(normal).text;
    if (folded === '') return;
    const spellings = concepts.get(folded) ?? new Map<string, Set<Concept>>();
    concepts.set(folded, spellings);
    const spelling = normal.replaceAll(' ', '');
    const known = spellings.get(spelling) ?? new Set();
    spellings.set(spelling, known.add(concept));
  };
  for (const [concept, phrases] of Object.entries(GROUPS)) {
    for (const phrase of phrases.split('|')) add(phrase.trim(), concept as Concept);
  }
  for (const [word, value] of numberWords()) {
    add(word, 'number_word');
    values.set(fold(normalise(word)).text, value);
  }
  const trie = new Trie<Entry>();
  for (const [folded, spellings] of concepts) {
    const found = new Set([...spellings.values()].flatMap((some) => [...some]));
    const careful = [...found].some((concept) => concept in SAFETY_WORDS || concept === 'off_topic');
    const forgiving = folded.length >= (careful ? FORGIVING_CAREFUL_FROM : FORGIVING_FROM) && !found.has('number_word');
    trie.add(folded, {
      concepts: found,
      length: folded.length,
      value: values.get(folded),
      latin: /^[a-z]|[a-z]$/.test(folded),
      forgiving,
      spellings: spellings.size > 1 ? spellings : undefined,
    });
  }
  return trie;
}
