import { invitations, joinattempts, staff } from '../store/collections.ts';
import type { AgencyStore, Transaction } from '../store/port.ts';
import { findStaff } from './find-staff.ts';
import { invitationState } from './invitation-state.ts';
import type { Invitation } from './invitation.ts';
import { lockedUntil, triesLeft, withWrong } from './join-attempts.ts';
import type { StaffMember } from './staff-member.ts';

/** `unusable` does not tell whether the code was wrong, over, used up or cancelled, so that nobody learns which codes there are. */
export type TriedCode =
  | { readonly kind: 'usable'; readonly invitation: Invitation; readonly member: StaffMember | undefined }
  /** They have come by this invitation, and are still what it made them. */
  | { readonly kind: 'same'; readonly member: StaffMember }
  | { readonly kind: 'unusable'; readonly triesLeft: number }
  /** Too many wrong codes; `untilMs`: when one may be tried again (ms since 1970). */
  | { readonly kind: 'locked'; readonly untilMs: number };

export interface Attempt {
  readonly userId: string;
  readonly eventId: string;
  readonly code: string;
  readonly now: Date;
}

/** Looks a code up that somebody has sent, and counts it if it cannot be used (`tryCode`). Rejects with StoreError. */
export async function lookUpCode(store: AgencyStore, attempt: Attempt): Promise<TriedCode> {
  const maker = await makerOf(store, attempt);
  return store.transaction((tx) => tryCode(tx, attempt, maker));
}

/**
 * Who made the invitation with that code: LINE user id, if it was a staff member of whom there is still a record. For somebody who is
 * locked out nothing is looked up, so that not even the time it takes tells anything.
 */
export async function makerOf(store: AgencyStore, { userId, code, now }: Attempt): Promise<string | undefined> {
  if (lockedUntil(await store.get(joinattempts, userId), now) !== undefined) return undefined;
  const madeBy = (await store.get(invitations, code))?.madeBy;
  return madeBy === undefined || madeBy === 'command' ? undefined : (await findStaff(store, madeBy.handle))?.id;
}

/**
 * Looks a code up for somebody and counts it if it cannot be used, in one transaction: tries on several servers count together.
 * Whoever is locked out is told so whatever the code. `maker`: what `makerOf` found.
 */
export async function tryCode(tx: Transaction, attempt: Attempt, maker: string | undefined): Promise<TriedCode> {
  const { userId, eventId, code, now } = attempt;
  const attempts = await tx.get(joinattempts, userId);
  const locked = lockedUntil(attempts, now);
  if (locked !== undefined) return { kind: 'locked', untilMs: locked };
  const [invitation, member] = [await tx.get(invitations, code), await tx.get(staff, userId)];
  if (invitation && member?.invitation === invitation.ref) {
    if (isWhat(invitation, member)) return { kind: 'same', member };
  } else if (invitation && invitationState(invitation, now) === 'open' && (await counts(tx, invitation, maker))) {
    return { kind: 'usable', invitation, member };
  }
  const counted = withWrong(attempts, eventId, now);
  await tx.set(joinattempts, userId, counted);
  const untilMs = lockedUntil(counted, now);
  return untilMs === undefined ? { kind: 'unusable', triesLeft: triesLeft(counted) } : { kind: 'locked', untilMs };
}

/** True if the invitation would change nothing for that member. */
export function isWhat({ role, division }: Invitation, member: StaffMember): boolean {
  return member.role === role && member.division === division;
}

/** A withdrawn admin's invitations end with the role. */
async function counts(tx: Transaction, { madeBy }: Invitation, maker: string | undefined): Promise<boolean> {
  if (madeBy === 'command') return true;
  const member = maker === undefined ? undefined : await tx.get(staff, maker);
  return member?.role === 'admin' && member.handle === madeBy.handle;
}
