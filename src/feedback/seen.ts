import { createHash } from 'node:crypto';
import type { Feedback } from './feedback.ts';

/** 48 bits: enough to tell a few states of one thing apart. */
const LENGTH = 8;

/**
 * What somebody who answers has seen: the comment, the answer given so far, and whether it is hidden. If that is something else by the
 * time the answer is sent, another has answered meanwhile, or the words have changed.
 */
export function seenOf({ comment, reply, state }: Feedback): string {
  return markOf(JSON.stringify([comment, reply, state]));
}

/** A short mark that another text does not have. */
export function markOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, LENGTH);
}
