import { foldedCode } from '../fold.ts';
import { Trie } from '../trie.ts';
import { ACTION_WORDS } from './action-words.ts';
import { CHAT_WORDS } from './chat-words.ts';
import { FEEDBACK_WORDS } from './feedback-words.ts';
import { INDICATOR_NAMES } from './indicator-names.ts';
import { MEANING_WORDS } from './meaning-words.ts';
import { PLAIN_WORDS } from './plain-words.ts';
import { CORRUPTION_SCENE_WORDS } from './corruption-scene-words.ts';
import { CORRUPTION_STORY_WORDS } from './corruption-story-words.ts';
import { CORRUPTION_WORDS } from './corruption-words.ts';
import { OWN_DATA_WORDS } from './own-data-words.ts';
import { SCORE_WORDS } from './score-words.ts';
import { Entry } from './entry.ts';
import { numberWords, TIME_WORDS } from './time-words.ts';

const GROUPS = {
  ...SCORE_WORDS,
  ...INDICATOR_NAMES,
  ...TIME_WORDS,
  ...MEANING_WORDS,
  ...ACTION_WORDS,
  ...FEEDBACK_WORDS,
  ...CHAT_WORDS,
  ...CORRUPTION_WORDS,
  ...CORRUPTION_STORY_WORDS,
  ...CORRUPTION_SCENE_WORDS,
  ...OWN_DATA_WORDS,
  ...PLAIN_WORDS,
};

/** Every phrase as it is written in the lexicon. */
export function phrases(): string[] {
  return Object.values(GROUPS).flatMap((phrases) => phrases.split('|').map((phrase) => phrase.trim()));
}

/** What a phrase stands for; a phrase may stand for several. */
export type Concept = keyof typeof GROUPS | 'number_word';

/** Concepts whose words a slip of the finger must not easily turn other words into: accusations, and what is not ours. */
const CAREFUL: ReadonlySet<string> = new Set([
  ...Object.keys(CORRUPTION_WORDS),
  ...Object.keys(CORRUPTION_STORY_WORDS),
  ...Object.keys(CORRUPTION_SCENE_WORDS),
  ...Object.keys(OWN_DATA_WORDS),
  'off_topic',
]);

/** Stands between phrases. */
const BAR = '|'.charCodeAt(0);

/** All phrases, ready to be looked up. Built once, at import. */
export const LEXICON: Trie<Entry> = build();

/** Thousands of phrases at every start: each is read letter by letter, straight into the trie, with no string between. */
function build(): Trie<Entry> {
  const trie = new Trie<Entry>();
  for (const concept in GROUPS) addAll(trie, GROUPS[concept as keyof typeof GROUPS], concept as Concept);
  for (const [word, value] of numberWords()) addAll(trie, word, 'number_word', value);
  return trie;
}

function addAll(trie: Trie<Entry>, phrases: string, concept: Concept, value?: number): void {
  const careful = CAREFUL.has(concept);
  let start = 0;
  while (start < phrases.length) {
    let node = 0;
    let length = 0;
    let first = 0;
    let last = 0;
    let i = start;
    for (; i < phrases.length; i++) {
      const raw = phrases.charCodeAt(i);
      if (raw === BAR) break;
      const code = foldedCode(raw);
      if (code === 0) continue;
      if (length++ === 0) first = code;
      last = code;
      node = trie.step(node, code);
    }
    if (length > 0) {
      let entry = trie.entry(node);
      if (!entry) trie.put(node, (entry = new Entry(length, first, last)));
      entry.add(phrases, start, i, concept, careful, value);
    }
    start = i + 1;
  }
}
