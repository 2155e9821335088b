import { staff } from '../store/collections.ts';
import type { AgencyStore, Doc, Transaction } from '../store/port.ts';
import type { StaffMember } from './staff-member.ts';

/** The admins as far as the store knows just now. */
export async function readAdmins(store: AgencyStore): Promise<readonly Doc<StaffMember>[]> {
  return (await store.query(staff, { equal: { role: 'admin' }, limit: 1_000 })).docs;
}

/**
 * Whether nobody but that LINE user is admin. `candidates` (`readAdmins`) may be older; each is looked at again in the transaction, so
 * that two admins who withdraw each other at the same moment do not both succeed.
 */
export async function isLastAdmin(
  tx: Transaction,
  candidates: readonly Pick<Doc<StaffMember>, 'id'>[],
  userId: string,
): Promise<boolean> {
  for (const { id } of candidates) {
    if (id !== userId && (await tx.get(staff, id))?.role === 'admin') return false;
  }
  return true;
}
