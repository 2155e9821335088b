import { staff } from '../store/collections.ts';
import type { AgencyStore, Transaction } from '../store/port.ts';
import type { Actor } from './actor.ts';
import { mayActAs, type Role } from './role.ts';
import type { StaffMember } from './staff-member.ts';

/** Thrown inside a transaction, so that nothing is written, when whoever acts has not the role (any more). */
export class NotAllowedError extends Error {
  override readonly name = 'NotAllowedError';
  readonly needed: Role;

  constructor(needed: Role) {
    super(`this needs the role "${needed}"`);
    this.needed = needed;
  }
}

/**
 * The staff member who acts, as the store knows them in this very transaction (or now, for what is only shown): a role that was
 * withdrawn a moment ago on another server counts no more. Throws NotAllowedError.
 */
export async function actingStaff(
  tx: Pick<Transaction | AgencyStore, 'get'>,
  lineUserId: string,
  needed: Role,
): Promise<StaffMember> {
  const member = await tx.get(staff, lineUserId);
  if (member === undefined || !mayActAs(member.role, needed)) throw new NotAllowedError(needed);
  return member;
}

/** Who that is in the audit. */
export function actorOf({ handle, role, division }: StaffMember): Actor {
  return { handle, role, division };
}
