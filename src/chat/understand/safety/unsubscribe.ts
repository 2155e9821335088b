import type { Mentions } from '../mentions.ts';
import { has, type Token } from '../token.ts';

/** Tokens that may lie between "stop" and what is to stop. */
const REACH = 3;
/** Letters that may lie between them. */
const REACH_LETTERS = 10;

/** Why a message asks that no more be sent, or undefined. */
export function readUnsubscribe({ concepts, tokens, unknown }: Mentions): string | undefined {
  if (concepts.has('still_wants')) return undefined;
  if (concepts.has('unsubscribe')) return 'says to stop following or sending';
  if (concepts.has('not_ours') && !concepts.has('news') && !concepts.has('messages')) return undefined;
  const content = tokens.filter((token) => !token.concepts.has('filler'));
  if (content.length === 1 && has(content[0]!, 'stop') && !has(content[0]!, 'contact') && unknown < 0.2)
    return 'says only: stop';
  if (
    concepts.has('anymore') &&
    content.every((token) => has(token, 'dont_want', 'bare_not', 'anymore')) &&
    unknown < 0.1
  )
    return 'refuses whatever it is';
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const refuses = has(token, 'stop', 'dont_want');
    const denies = has(token, 'bare_not');
    if (!refuses && !denies) continue;
    if (refuses && has(token, 'messages') && !concepts.has('document')) return 'says that nothing need be sent';
    for (let j = Math.max(0, i - REACH); j <= i + REACH && j < tokens.length; j++) {
      const other = tokens[j]!;
      if (j === i || distance(token, other) > REACH_LETTERS) continue;
      const sent = refuses
        ? has(other, 'messages', 'news', 'subscribe')
        : j > i &&
          (has(other, 'news', 'subscribe') || (j === i + 1 && has(other, 'messages') && concepts.has('anymore')));
      if (sent) return 'refuses or stops messages';
    }
  }
  if (concepts.has('stop') && concepts.has('news') && concepts.has('anymore')) return 'has too many messages';
  if (concepts.has('dont_want') && concepts.has('messages') && concepts.has('anymore'))
    return 'does not want messages any more';
  return undefined;
}

function distance(one: Token, other: Token): number {
  return one.start < other.start ? other.start - one.end : one.start - other.end;
}
