import { entryOfEvent } from '../audit/entry-of-event.ts';
import { recordChange } from '../audit/record-change.ts';
import { staff } from '../store/collections.ts';
import type { Doc, Transaction } from '../store/port.ts';
import type { Actor } from './actor.ts';
import type { ChangeBy } from './change-by.ts';
import { isLastAdmin } from './last-admin.ts';
import type { StaffRole } from './role.ts';
import { shownRole } from './shown-role.ts';
import type { StaffMember } from './staff-member.ts';

/** What is to be: what is left out stays. `withdrawn`: no role any more. */
export type StaffChange = { readonly role?: StaffRole; readonly division?: string | null } | 'withdrawn';

export type StaffChanged =
  | { readonly kind: 'changed' | 'same'; readonly member: StaffMember }
  /** Nobody could give out roles any more; nothing has been changed. */
  | { readonly kind: 'last-admin'; readonly member: StaffMember }
  /** No record, or the role has been withdrawn meanwhile. */
  | { readonly kind: 'unknown' };

/**
 * Changes role or division of a staff member, or withdraws the role; with its entry in the audit. `admins`: what `readAdmins` found. It
 * counts at once: whoever writes in the member's name asks the store (acting-staff.ts).
 */
export async function changeStaff(
  tx: Transaction,
  userId: string,
  to: StaffChange,
  by: Actor,
  admins: readonly Doc<StaffMember>[],
  { eventId, now, divisionName }: ChangeBy,
): Promise<StaffChanged> {
  const member = await tx.get(staff, userId);
  if (member && (await entryOfEvent(tx, eventId))) return { kind: 'changed', member };
  if (!member || member.role === 'citizen') return { kind: 'unknown' };
  const wanted = changed(member, to, now);
  if (wanted.role === member.role && wanted.division === member.division) return { kind: 'same', member };
  const losesAdmin = member.role === 'admin' && wanted.role !== 'admin';
  if (losesAdmin && (await isLastAdmin(tx, admins, userId))) return { kind: 'last-admin', member };
  await tx.set(staff, userId, wanted);
  await recordChange(tx, eventId, {
    atMs: now.getTime(),
    by,
    action: to === 'withdrawn' ? 'people.withdraw' : 'people.role',
    subject: member.handle,
    before: shownRole(member, divisionName),
    after: shownRole(wanted, divisionName),
  });
  return { kind: 'changed', member: wanted };
}

function changed(member: StaffMember, to: StaffChange, now: Date): StaffMember {
  if (to === 'withdrawn') return { ...member, role: 'citizen', division: null, withdrawnAt: now.toISOString() };
  const { role = member.role, division = member.division } = to;
  return { ...member, role, division };
}
