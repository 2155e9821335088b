import { recordDeed, type Deed } from '../audit/deed.ts';
import { entryOfEvent } from '../audit/entry-of-event.ts';
import { feedback } from '../store/collections.ts';
import type { Transaction } from '../store/port.ts';
import type { Feedback } from './feedback.ts';
import { feedbackName } from './feedback-name.ts';

/**
 * Makes a piece of feedback the work of a division, or of nobody in particular (null). Undefined: there is none.
 * @param nameOf What people call a division, for the audit, which keeps names as they were.
 */
export async function handFeedback(
  tx: Transaction,
  deed: Deed,
  id: string,
  division: string | null,
  nameOf: (division: string | null) => string,
): Promise<Feedback | undefined> {
  const known = await tx.get(feedback, id);
  if (known === undefined || (await entryOfEvent(tx, deed.eventId))) return known;
  const { division: before = null, ...rest } = known;
  if (before === division) return known;
  const now: Feedback = division === null ? rest : { ...rest, division };
  await tx.set(feedback, id, now);
  await recordDeed(tx, deed, {
    action: 'feedback.hand',
    subject: feedbackName(id),
    before: { division: nameOf(before) },
    after: { division: nameOf(division) },
  });
  return now;
}
