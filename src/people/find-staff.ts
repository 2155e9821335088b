import { staff } from '../store/collections.ts';
import { everyDoc } from '../store/every-doc.ts';
import type { AgencyStore, Doc } from '../store/port.ts';
import type { StaffMember } from './staff-member.ts';

/** The staff member with that handle, also one whose role was withdrawn. */
export async function findStaff(store: AgencyStore, handle: string): Promise<Doc<StaffMember> | undefined> {
  const { docs } = await store.query(staff, { equal: { handle }, limit: 1 });
  return docs[0];
}

/** Everybody there is a record of, also those whose role was withdrawn. */
export async function readStaff(store: AgencyStore): Promise<readonly Doc<StaffMember>[]> {
  const found: Doc<StaffMember>[] = [];
  for await (const one of everyDoc(store, staff)) found.push(one);
  return found;
}
