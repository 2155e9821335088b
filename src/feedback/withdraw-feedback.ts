import { contacts, feedback, takenback } from '../store/collections.ts';
import type { AgencyStore } from '../store/port.ts';
import type { FeedbackWrite } from './give-feedback.ts';

/**
 * Takes the whole answer back, score included, and with it who wanted to be answered. It is remembered when, so that a
 * tap from before does not bring it back; an answer given after that stays.
 * @param atMs When the person took it back (ms since 1970).
 * @param untilMs When the key of the answer's day is thrown away (ms since 1970).
 */
export function withdrawFeedback(id: string, atMs: number, untilMs: number): FeedbackWrite {
  return async (tx) => {
    const [known, before] = await Promise.all([tx.get(feedback, id), tx.get(takenback, id)]);
    if (known !== undefined && known.givenAtMs > atMs) return;
    await tx.delete(contacts, id);
    await tx.delete(feedback, id);
    if (before === undefined || before.atMs < atMs) await tx.set(takenback, id, { atMs, untilMs });
  };
}

/** Whether what was given at that moment (ms since 1970) has been taken back since. One read. */
export async function wasTakenBack(store: AgencyStore, id: string, givenAtMs: number): Promise<boolean> {
  const back = await store.get(takenback, id);
  return back !== undefined && back.atMs >= givenAtMs;
}
