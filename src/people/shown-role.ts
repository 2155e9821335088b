import type { ChangeBy } from './change-by.ts';
import { ROLE_WORDS } from './role-words.ts';
import type { StaffMember } from './staff-member.ts';

/** Role and division as the audit shows them; somebody without a role has no division. */
export function shownRole(
  { role, division }: Pick<StaffMember, 'role' | 'division'>,
  divisionName: ChangeBy['divisionName'],
): Readonly<Record<string, string>> {
  return role === 'citizen'
    ? { role: ROLE_WORDS.citizen }
    : { role: ROLE_WORDS[role], division: divisionName(division) };
}
