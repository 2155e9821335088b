import type { Token } from './token.ts';

/** Everything that may be laid over a text, by where it starts. */
export type Candidates = Map<number, Token[]>;

const PER_CHARACTER = 10;
const PER_TOKEN = 6;
/** A slip must win more than one character of cover to be believed. */
const PER_SLIP = 12;

/**
 * Of all ways to lay candidates side by side over `length` characters, the one that covers most with fewest of them. `unknown`:
 * characters that no token covers.
 */
export function cover(length: number, candidates: Candidates): { tokens: Token[]; unknown: number } {
  const value = Array.from({ length: length + 1 }, () => 0);
  const taken: (Token | undefined)[] = [];
  for (let i = length - 1; i >= 0; i--) {
    value[i] = value[i + 1]!;
    for (const token of candidates.get(i) ?? []) {
      const worth = (token.end - i) * PER_CHARACTER - PER_TOKEN - (token.slip ? PER_SLIP : 0) + value[token.end]!;
      const known = taken[i];
      // Of two slips, the longer word is the surer one.
      const surer = worth === value[i] && token.slip && known?.slip === true && token.end > known.end;
      if (worth > value[i]! || surer) {
        value[i] = worth;
        taken[i] = token;
      }
    }
  }
  const tokens: Token[] = [];
  let unknown = 0;
  for (let i = 0; i < length;) {
    const token = taken[i];
    if (token) tokens.push(token);
    else unknown++;
    i = token ? token.end : i + 1;
  }
  return { tokens, unknown };
}
