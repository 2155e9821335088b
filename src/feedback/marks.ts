import type { Feedback } from './feedback.ts';

/** The answer with its marks `words` and `waits` set from the rest. Every write goes through this. */
export function marked(feedback: Feedback): Feedback {
  const { words: _, waits: __, ...rest } = feedback;
  const { comment, reply, hiddenBecause, wantsReply, state } = rest;
  const words = comment !== null || reply !== null || hiddenBecause !== null || wantsReply;
  const waits = state === 'open' && (comment !== null || wantsReply);
  return { ...rest, ...(words ? { words } : {}), ...(waits ? { waits } : {}) };
}
