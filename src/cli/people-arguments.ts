import { divisionsOf } from '../agency/division.ts';
import type { AgencyProfile } from '../agency/profile.ts';
import { ROLE_WORDS } from '../people/role-words.ts';
import { STAFF_ROLES, type StaffRole } from '../people/role.ts';
import { UsageError } from './fiscal-year-argument.ts';

/** A role as typed, `admin` or `ผู้ดูแลระบบ`. Throws UsageError. */
export function roleArgument(text: string): StaffRole {
  const typed = text.trim().toLowerCase();
  const role = STAFF_ROLES.find((one) => one === typed || ROLE_WORDS[one] === typed);
  if (role === undefined)
    throw new UsageError(
      `"${text}" ไม่ใช่บทบาท โปรดใช้ ${STAFF_ROLES.map((one) => `${one} (${ROLE_WORDS[one]})`).join(' ')}`,
    );
  return role;
}

/** A division of the agency as typed: its id or its name. Throws UsageError, which names those there are. */
export function divisionArgument(text: string, agency: AgencyProfile | undefined): string {
  const typed = text.trim();
  const all = divisionsOf(agency);
  const found = all.find(({ id, name }) => id === typed.toLowerCase() || name === typed);
  if (found) return found.id;
  const there = all.map(({ id, name }) => `${id} (${name})`).join(' ');
  throw new UsageError(
    there === ''
      ? 'ข้อมูลหน่วยงานยังไม่มีสังกัด เพิ่ม "divisions" ในไฟล์ข้อมูลหน่วยงานก่อน หรือไม่ต้องใส่ --division'
      : `ไม่มีสังกัด "${text}" ที่มีคือ ${there}`,
  );
}

/** A whole number from 1 as typed. Throws UsageError. */
export function countArgument(option: string, text: string, most: number): number {
  const count = /^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (count >= 1 && count <= most) return count;
  throw new UsageError(`${option} ต้องเป็นเลข 1 ถึง ${most}`);
}
