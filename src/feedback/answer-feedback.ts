import { recordDeed, type Deed } from '../audit/deed.ts';
import { entryOfEvent } from '../audit/entry-of-event.ts';
import { contacts, feedback } from '../store/collections.ts';
import type { Transaction } from '../store/port.ts';
import type { Feedback } from './feedback.ts';
import { feedbackName } from './feedback-name.ts';
import { marked } from './marks.ts';
import { seenOf } from './seen.ts';
import { withQueuedReply } from './queued-reply.ts';

/**
 * `answered`: it is now, or was by this very deed; `changed`: nothing is written, because it is not what the officer has seen (see
 * `now`); `unknown`: there is none, perhaps it was taken back.
 */
export type AnswerOutcome =
  | { readonly kind: 'answered'; readonly now: Feedback }
  | { readonly kind: 'changed'; readonly now: Feedback }
  | { readonly kind: 'hidden'; readonly now: Feedback }
  | { readonly kind: 'unknown' };

/**
 * Answers what the officer has seen (`seenOf`), also with a better answer in the place of an earlier one. It is shown on the reference
 * page, and queued for whoever asked (`contacts.queuedReply`). The audit gets how long the answer is, never its words: they go when
 * the retention is over, and may repeat what a citizen wrote.
 * @param text 1–1,000 UTF-16 units; other lengths are refused with StoreError `invalid`.
 */
export async function answerFeedback(
  tx: Transaction,
  deed: Deed,
  id: string,
  text: string,
  seen: string,
): Promise<AnswerOutcome> {
  const known = await tx.get(feedback, id);
  if (known === undefined) return { kind: 'unknown' };
  if (await entryOfEvent(tx, deed.eventId)) return { kind: 'answered', now: known };
  if (known.state === 'hidden') return { kind: 'hidden', now: known };
  if (seenOf(known) !== seen) return { kind: 'changed', now: known };
  const reply = { text: text.trim(), at: deed.at.toISOString() };
  const now = marked({ ...known, state: 'answered', reply });
  await tx.set(feedback, id, now);
  const contact = known.wantsReply ? await tx.get(contacts, id) : undefined;
  if (contact !== undefined) await tx.set(contacts, id, withQueuedReply(contact, reply.text));
  await recordDeed(tx, deed, {
    action: 'feedback.answer',
    subject: feedbackName(id),
    before: { answered: known.reply !== null, letters: known.reply?.text.length ?? 0 },
    after: { answered: true, letters: reply.text.length },
  });
  return { kind: 'answered', now };
}
