import { z } from 'zod';
import type { AgencyProfile } from './profile.ts';

/** What a division is called inside: in invitations, measures and buttons. */
export const DivisionIdSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,19}$/);

/** The divisions of an agency, in the order of its profile; empty if it is not divided. */
export function divisionsOf(
  agency: AgencyProfile | undefined,
): readonly { readonly id: string; readonly name: string }[] {
  return agency?.divisions ?? [];
}

/** What people call a division: its name, its id if the profile does not know it (any more), `ทั้งหน่วยงาน` for null. */
export function divisionName(agency: AgencyProfile | undefined, id: string | null): string {
  if (id === null) return 'ทั้งหน่วยงาน';
  return divisionsOf(agency).find((division) => division.id === id)?.name ?? id;
}
