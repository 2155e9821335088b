import type { AuditEntry } from '../../../audit/audit-entry.ts';
import { recordDeed } from '../../../audit/deed.ts';
import { actingStaff, actorOf } from '../../../people/acting-staff.ts';
import type { Actor } from '../../../people/actor.ts';
import type { Also } from '../../../push/plan-push.ts';
import type { Push } from '../../../push/push.ts';
import type { User } from '../../answer.ts';
import type { Desk } from '../../feedback/desk.ts';

/**
 * Sends something in a manager's name, whom the store is asked about once more. That they did is written down in the transaction that
 * lets the push go; then it is sent without waiting for the next round. Throws NotAllowedError.
 */
export async function sendAs<O extends { readonly kind: string } | undefined>(
  { id, eventId, eventMs }: User,
  desk: Desk,
  entry: (push: Push) => Pick<AuditEntry, 'action' | 'subject' | 'after'>,
  send: (by: Actor, also: Also) => Promise<O>,
): Promise<O> {
  const by = actorOf(await actingStaff(desk.store, id, 'manager'));
  const deed = { by, eventId, at: new Date(eventMs) };
  const outcome = await send(by, (tx, push) => recordDeed(tx, deed, { before: {}, ...entry(push) }));
  if (outcome?.kind === 'sending') desk.deliverSoon();
  return outcome;
}
