import type { Concept } from './lexicon/lexicon.ts';

/** A stretch of the folded text that is known, or is a number. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly concepts: ReadonlySet<Concept>;
  /** The figure, for digits and number words. */
  readonly number: number | undefined;
  /** True if written in digits. */
  readonly digits: boolean;
  /** How the digits were written: `018` is not 18. */
  readonly written: string;
  /** Recognised in spite of one slip. */
  readonly slip: boolean;
}

/** True if a token stands for one of these. */
export function has(token: Token, ...concepts: readonly Concept[]): boolean {
  return concepts.some((concept) => token.concepts.has(concept));
}
