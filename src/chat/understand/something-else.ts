import type { Concept } from './lexicon/lexicon.ts';
import type { Mentions } from './mentions.ts';

/** Less alike than this to every example: the message does not even resemble a question that we answer. */
const UNLIKE = 0.35;
/** Folded letters from which a known word shows that this is language, and unknown letters that may be its topic. */
const WORD_LETTERS = 3;

/** Ordinary words: of any sentence, and of none of our matters. */
const ORDINARY: readonly Concept[] = [
  ...([
    'plain',
    'filler',
    'ask',
    'what',
    'which',
    'how',
    'how_is',
    'how_much',
    'question',
    'will',
    'give',
    'why',
  ] as const),
  ...(['denial', 'bare_not', 'linking', 'dont_want', 'borrow', 'hands', 'asks_for', 'and', 'to', 'counter'] as const),
  ...(['anymore', 'whenever', 'side', 'ordinal', 'greeting', 'thanks', 'not_ours', 'number_word'] as const),
  ...([
    'kin',
    'must',
    'asset',
    'office_good',
    'secretly',
    'exchange',
    'home',
    'material',
    'they',
    'official_fee',
  ] as const),
];

/**
 * A sentence about something else ("จิ้งจกอยู่ใต้โต๊ะ"): ordinary words around a topic that is not known, and no word of
 * our matters. Without an ordinary word it may as well be a slip of the finger, and is not understood.
 */
export function isSomethingElse({ tokens, text, unknown }: Mentions, likeness: number): boolean {
  if (likeness >= UNLIKE) return false;
  const ordinary = tokens.every(({ concepts }) => ORDINARY.some((concept) => concepts.has(concept)));
  if (!ordinary) return false;
  const words = tokens.filter(
    (token) => token.end - token.start >= WORD_LETTERS && !token.digits && !token.concepts.has('filler'),
  );
  return words.length > 0 && (unknown * text.length >= WORD_LETTERS || words.length > 2);
}
