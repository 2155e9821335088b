import { feedback } from '../store/collections.ts';
import type { Transaction } from '../store/port.ts';
import { giveFeedback, type GivenFeedback } from './give-feedback.ts';

/**
 * Takes an answer that nobody may replace, because the next person at the same device is somebody else. Resolves with
 * whether it is in the store: false if another score was given under that id before. One document read, at most one written.
 */
export function giveOnce(id: string, given: GivenFeedback): (tx: Transaction) => Promise<boolean> {
  return async (tx) => {
    const known = await tx.get(feedback, id);
    if (known !== undefined) return known.score === given.score;
    await giveFeedback(id, given)(tx);
    return true;
  };
}
