/** What somebody may do, least first; each may also do what those before it may. Somebody the agency knows nothing about is a citizen. */
export const ROLES = ['citizen', 'staff', 'manager', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** The roles of those who work for the agency: what an invitation can give. */
export const STAFF_ROLES = ['staff', 'manager', 'admin'] as const satisfies readonly Role[];
export type StaffRole = (typeof STAFF_ROLES)[number];

/** True if `role` may do what `needed` is required for. */
export function mayActAs(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}
