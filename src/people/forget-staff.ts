import { readProfile } from '../agency/profile-record.ts';
import { divisionName } from '../agency/division.ts';
import { recordChange } from '../audit/record-change.ts';
import { staff, unlinks } from '../store/collections.ts';
import type { AgencyStore, Transaction } from '../store/port.ts';
import { actorOf } from './acting-staff.ts';
import { shownRole } from './shown-role.ts';

/**
 * Erases what is kept of somebody as a staff member, role included. What they changed stays in the audit under a handle that leads
 * nowhere; that they gave up the role is the last entry. If LINE may show them a menu for staff, their LINE user id stays by
 * itself until LINE has taken it away.
 */
export async function forgetStaff(
  store: AgencyStore,
  userId: string,
  now: Date,
): Promise<(tx: Transaction) => Promise<void>> {
  const agency = await readProfile(store);
  return async (tx) => {
    const member = await tx.get(staff, userId);
    if (!member) return;
    await tx.delete(staff, userId);
    if (member.menu !== null || member.role !== 'citizen') await tx.set(unlinks, userId, { sinceMs: now.getTime() });
    if (member.role === 'citizen') return;
    const shown = (of: Parameters<typeof shownRole>[0]) => shownRole(of, (id) => divisionName(agency, id));
    await recordChange(tx, `erased-${member.handle}`, {
      atMs: now.getTime(),
      by: actorOf(member),
      action: 'people.withdraw',
      subject: member.handle,
      before: shown(member),
      after: shown({ role: 'citizen', division: null }),
    });
  };
}
