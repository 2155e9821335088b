import type { Feedback } from './feedback.ts';
import { marked } from './marks.ts';

/** What stays of an answer when its words and the wish for a reply are removed: the score and what it was about. */
export function wordless(feedback: Feedback): Feedback {
  const { commentRef: _, ...rest } = feedback;
  return marked({ ...rest, comment: null, reply: null, hiddenBecause: null, wantsReply: false });
}
