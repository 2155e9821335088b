import type { Feedback } from './feedback.ts';

/** The answer with its marks `words`, `waits` and `hidden` set from the rest. Every write goes through this. */
export function marked(feedback: Feedback): Feedback {
  const { words: _, waits: __, hidden: ___, ...rest } = feedback;
  const { comment, reply, hiddenBecause, wantsReply, state } = rest;
  const words = comment !== null || reply !== null || hiddenBecause !== null || wantsReply;
  const waits = state === 'open' && (comment !== null || wantsReply);
  const hidden = state === 'hidden';
  return { ...rest, ...(words ? { words } : {}), ...(waits ? { waits } : {}), ...(hidden ? { hidden } : {}) };
}
