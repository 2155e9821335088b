import { contacts, feedback } from '../store/collections.ts';
import type { FeedbackWrite } from './give-feedback.ts';

/** Takes the whole answer back, score included, and with it who wanted to be answered. */
export function withdrawFeedback(id: string): FeedbackWrite {
  return async (tx) => {
    await tx.delete(contacts, id);
    await tx.delete(feedback, id);
  };
}
