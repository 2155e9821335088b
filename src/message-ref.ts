import { createHash } from 'node:crypto';

/** What is kept of a LINE message's id: enough to find what came with it when the message is taken back. */
export function messageRefOf(messageId: string): string {
  return createHash('sha256').update(messageId).digest('base64url').slice(0, 22);
}
