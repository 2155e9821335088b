import type { Contact } from './feedback.ts';

/** A contact with the answer that is to be sent as a message, or null for none. The mark is what the outbox looks for. */
export function withQueuedReply({ lineUserId, consentedAt }: Contact, text: string | null): Contact {
  return { lineUserId, consentedAt, queuedReply: text, ...(text === null ? {} : { queued: true }) };
}
