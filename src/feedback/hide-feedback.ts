import { recordDeed, type Deed } from '../audit/deed.ts';
import { entryOfEvent } from '../audit/entry-of-event.ts';
import { contacts, feedback } from '../store/collections.ts';
import type { Transaction } from '../store/port.ts';
import { MAX_HIDDEN_BECAUSE, type Feedback } from './feedback.ts';
import { feedbackName } from './feedback-name.ts';
import { marked } from './marks.ts';
import { withQueuedReply } from './queued-reply.ts';

/** `done`: it is as was wanted now, or was made so by this very deed; `already`: it was so before, nothing is written. */
export type HideOutcome = { readonly kind: 'done' | 'already'; readonly now: Feedback } | { readonly kind: 'unknown' };

/** Takes an abusive text out of lists; its score still counts. `reason`: 1–200 UTF-16 units in an officer's words, kept in the audit. */
export async function hideFeedback(tx: Transaction, deed: Deed, id: string, reason: string): Promise<HideOutcome> {
  const because = reason.trim().slice(0, MAX_HIDDEN_BECAUSE);
  return change(tx, deed, id, 'hidden', (known) => ({ ...known, state: 'hidden', hiddenBecause: because || null }));
}

/** Puts a hidden text back where it was: among what waits for an answer, or what has one. */
export async function unhideFeedback(tx: Transaction, deed: Deed, id: string): Promise<HideOutcome> {
  return change(tx, deed, id, 'shown', (known) => ({
    ...known,
    state: known.reply === null ? 'open' : 'answered',
    hiddenBecause: null,
  }));
}

async function change(
  tx: Transaction,
  deed: Deed,
  id: string,
  wanted: 'hidden' | 'shown',
  to: (known: Feedback) => Feedback,
): Promise<HideOutcome> {
  const known = await tx.get(feedback, id);
  if (known === undefined) return { kind: 'unknown' };
  if (await entryOfEvent(tx, deed.eventId)) return { kind: 'done', now: known };
  if ((known.state === 'hidden') === (wanted === 'hidden')) return { kind: 'already', now: known };
  const now = marked(to(known));
  await tx.set(feedback, id, now);
  const contact = known.wantsReply ? await tx.get(contacts, id) : undefined;
  const queuedReply = wanted === 'hidden' ? null : (now.reply?.text ?? null);
  if (contact !== undefined) await tx.set(contacts, id, withQueuedReply(contact, queuedReply));
  await recordDeed(tx, deed, {
    action: wanted === 'hidden' ? 'feedback.hide' : 'feedback.show',
    subject: feedbackName(id),
    before: { hidden: known.state === 'hidden', reason: known.hiddenBecause },
    after: { hidden: now.state === 'hidden', reason: now.hiddenBecause },
  });
  return { kind: 'done', now };
}
