import { entryOfEvent } from '../audit/entry-of-event.ts';
import { recordChange } from '../audit/record-change.ts';
import { invitations } from '../store/collections.ts';
import type { Transaction } from '../store/port.ts';
import type { Actor } from './actor.ts';
import type { ChangeBy } from './change-by.ts';
import type { Invitation } from './invitation.ts';
import { ROLE_WORDS } from './role-words.ts';
import type { StaffRole } from './role.ts';

const DAY_MS = 86_400_000;

export interface NewInvitation {
  readonly role: StaffRole;
  /** Null: the whole agency. */
  readonly division: string | null;
  /** How many people it takes in, up to MAX_USES, and how many days it is open, up to MAX_DAYS. */
  readonly uses: number;
  readonly days: number;
}

/**
 * Makes an invitation under the code, which has to be unguessable (code.ts). Resolves with the ref it is known by: that of the
 * one made before when the same event is delivered again.
 */
export async function makeInvitation(
  tx: Transaction,
  wanted: NewInvitation,
  { code, ref }: { readonly code: string; readonly ref: string },
  by: Actor,
  { eventId, now, divisionName }: ChangeBy,
): Promise<string> {
  const before = await entryOfEvent(tx, eventId);
  if (before) return before.subject;
  const { role, division, uses, days } = wanted;
  const invitation: Invitation = {
    ref,
    role,
    division,
    uses,
    usesLeft: uses,
    expiresAt: new Date(now.getTime() + days * DAY_MS).toISOString(),
    madeBy: by,
    madeAt: now.toISOString(),
    cancelled: false,
  };
  await tx.create(invitations, code, invitation);
  await recordChange(tx, eventId, {
    atMs: now.getTime(),
    by,
    action: 'people.invite',
    subject: ref,
    before: {},
    after: { role: ROLE_WORDS[role], division: divisionName(division), uses, days },
  });
  return ref;
}
