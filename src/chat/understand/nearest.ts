import type { Intent } from '../request.ts';
import { EXAMPLES } from './examples.ts';
import { fold } from './fold.ts';
import { normalise } from './normalise.ts';

/** An intent and how alike its closest example is: Dice coefficient of letter pairs, 0–1. */
export interface Near {
  readonly intent: Intent;
  readonly likeness: number;
}

interface Example {
  readonly intent: Intent;
  readonly pairs: number;
}

const examples: Example[] = [];
/** Letter pair → the examples that have it. */
const byPair = new Map<string, number[]>();
for (const [intent, phrases] of Object.entries(EXAMPLES)) {
  for (const phrase of phrases) {
    const pairs = pairsOf(fold(normalise(phrase)).text);
    const at = examples.push({ intent: intent as Intent, pairs: pairs.size }) - 1;
    for (const pair of pairs) {
      const list = byPair.get(pair);
      if (list) list.push(at);
      else byPair.set(pair, [at]);
    }
  }
}

/** Intents by likeness of `folded` to their examples, most alike first. Letter pairs forgive slips anywhere in a word. */
export function nearestIntents(folded: string): Near[] {
  const pairs = pairsOf(folded);
  const shared = new Uint16Array(examples.length);
  for (const pair of pairs) for (const at of byPair.get(pair) ?? []) shared[at]!++;
  const best = new Map<Intent, number>();
  examples.forEach((example, at) => {
    if (shared[at] === 0) return;
    const likeness = (2 * shared[at]!) / (pairs.size + example.pairs);
    if (likeness > (best.get(example.intent) ?? 0)) best.set(example.intent, likeness);
  });
  return [...best].map(([intent, likeness]) => ({ intent, likeness })).sort((a, b) => b.likeness - a.likeness);
}

function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < text.length; i++) pairs.add(text.slice(i, i + 2));
  return pairs;
}
