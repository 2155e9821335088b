import { recordChange } from '../audit/record-change.ts';
import { invitations } from '../store/collections.ts';
import type { AgencyStore, Doc, Transaction } from '../store/port.ts';
import type { Actor } from './actor.ts';
import type { ChangeBy } from './change-by.ts';
import type { Invitation } from './invitation.ts';
import { ROLE_WORDS } from './role-words.ts';

/** The invitation with that ref, whatever its state. */
export async function findInvitation(store: AgencyStore, ref: string): Promise<Doc<Invitation> | undefined> {
  const { docs } = await store.query(invitations, { equal: { ref }, limit: 1 });
  return docs[0];
}

/**
 * Takes nobody in any more by that code. Resolves with the invitation, undefined if there is none. One that is cancelled already
 * stays as it is.
 */
export async function cancelInvitation(
  tx: Transaction,
  code: string,
  by: Actor,
  { eventId, now, divisionName }: ChangeBy,
): Promise<Invitation | undefined> {
  const invitation = await tx.get(invitations, code);
  if (!invitation || invitation.cancelled) return invitation;
  const cancelled = { ...invitation, cancelled: true };
  await tx.set(invitations, code, cancelled);
  await recordChange(tx, eventId, {
    atMs: now.getTime(),
    by,
    action: 'people.cancel-invitation',
    subject: invitation.ref,
    before: {
      role: ROLE_WORDS[invitation.role],
      division: divisionName(invitation.division),
      usesLeft: invitation.usesLeft,
    },
    after: {},
  });
  return cancelled;
}
