import { contacts } from '../store/collections.ts';
import type { FeedbackWrite } from './give-feedback.ts';
import { withQueuedReply } from './queued-reply.ts';

/**
 * Whoever asked for the answer has been shown this text of it: it need not be sent any more. An answer that has been put in
 * its place meanwhile still has to.
 */
export function replySeen(id: string, lineUserId: string, text: string): FeedbackWrite {
  return async (tx) => {
    const contact = await tx.get(contacts, id);
    if (contact?.lineUserId !== lineUserId || contact.queuedReply !== text) return;
    await tx.set(contacts, id, withQueuedReply(contact, null));
  };
}
