import { staff } from '../store/collections.ts';
import type { AgencyStore, Doc } from '../store/port.ts';
import type { StaffMember } from './staff-member.ts';

/** The staff member with that handle, also one whose role was withdrawn. */
export async function findStaff(store: AgencyStore, handle: string): Promise<Doc<StaffMember> | undefined> {
  const { docs } = await store.query(staff, { equal: { handle }, limit: 1 });
  return docs[0];
}

/** Everybody there is a record of, also those whose role was withdrawn (10,000 at most). */
export async function readStaff(store: AgencyStore): Promise<readonly Doc<StaffMember>[]> {
  const found: Doc<StaffMember>[] = [];
  let after: string | undefined;
  do {
    const page = await store.query(staff, { limit: 1_000, ...(after === undefined ? {} : { after }) });
    found.push(...page.docs);
    after = page.next;
  } while (after !== undefined && found.length < 10_000);
  return found;
}
