import type { Concept } from '../lexicon/lexicon.ts';
import type { Token } from '../token.ts';

/** "ที่นี่มีโกงไหม": the word itself is the question, and little else is said. */
export function onlyAsks(tokens: readonly Token[]): boolean {
  const asked = tokens.some(
    (token, at) => token.concepts.has('corrupt') && tokens[at + 1]?.concepts.has('question') === true,
  );
  return asked && tokens.length <= MOST_TOKENS_OF_A_QUESTION;
}

const MOST_TOKENS_OF_A_QUESTION = 7;

/** How far back a "not" or "prevent" reaches, in tokens and in letters that are not known. */
const REACH_TOKENS = 4;
const REACH_UNKNOWN = 5;
const BETWEEN: readonly Concept[] = [
  'corrupt',
  'demand_money',
  'pay',
  'suffered',
  'linking',
  'denial',
  'filler',
  'officer',
];

/** How many words of `concept` stand as said, and how many are denied. */
export function standing(tokens: readonly Token[], concept: Concept): { stands: number; denied: number } {
  let stands = 0;
  let denied = 0;
  tokens.forEach((token, at) => {
    if (!token.concepts.has(concept)) return;
    const turned = turnedBy(tokens, at);
    if (turned === undefined) stands++;
    else if (turned === 'denial') denied++;
  });
  return { stands, denied };
}

/** "ไม่เคยถูกเรียกเงิน", "ความเสี่ยงการทุจริต": what stands before the word turns it round. */
function turnedBy(tokens: readonly Token[], at: number): 'denial' | 'against' | undefined {
  let unknown = 0;
  for (let i = at - 1; i >= 0 && i >= at - REACH_TOKENS; i--) {
    const token = tokens[i]!;
    unknown += tokens[i + 1]!.start - token.end;
    if (unknown > REACH_UNKNOWN) return undefined;
    if (token.concepts.has('against')) return 'against';
    if (token.concepts.has('denial') || token.concepts.has('dont_want')) return 'denial';
    if (!BETWEEN.some((concept) => token.concepts.has(concept))) return undefined;
  }
  return undefined;
}
