import type { Token } from './token.ts';

/** The token directly before or after, if no more than one unknown letter lies between. */
export function adjacent(tokens: readonly Token[], at: number, step: 1 | -1): Token | undefined {
  const other = tokens[at + step];
  const one = tokens[at];
  if (!other || !one) return undefined;
  const gap = step === 1 ? other.start - one.end : one.start - other.end;
  return gap <= 1 ? other : undefined;
}
