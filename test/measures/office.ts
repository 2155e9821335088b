import type { Measure } from '../../src/measures/measure.ts';
import { measureId } from '../../src/measures/measure.ts';
import type { Act } from '../../src/measures/update-measure.ts';
import type { Role } from '../../src/people/role.ts';
import type { StaffMember } from '../../src/people/staff-member.ts';
import { measures, staff } from '../../src/store/collections.ts';
import type { AgencyStore } from '../../src/store/port.ts';
import { measure } from '../chat/answers/knowledge.ts';

/** LINE user ids of people in tests about measures. */
export const ANN = `U${'a'.repeat(32)}`;
export const BEN = `U${'b'.repeat(32)}`;
export const CHIEF = `U${'c'.repeat(32)}`;
/** A Sunday morning in fiscal year 2570. */
export const NOW = new Date('2026-11-22T03:00:00.000Z');

export function staffMember(handle: string, role: Role, division: string | null = null): StaffMember {
  return { role, division, handle, name: `คุณ${handle}`, joinedAt: '2026-10-01T00:00:00.000Z', menu: null };
}

export const OFFICE: Readonly<Record<string, StaffMember>> = {
  [ANN]: staffMember('AAAAAAA1', 'staff', 'finance'),
  [BEN]: staffMember('BBBBBBB2', 'staff', 'finance'),
  [CHIEF]: staffMember('CCCCCCC3', 'manager'),
};

/** Two officers of one division, a manager, and a measure of 2570 that nobody has touched. */
export async function openOffice(store: AgencyStore, more: Partial<Measure> = {}): Promise<string> {
  for (const [id, member] of Object.entries(OFFICE)) await store.set(staff, id, member);
  const first = measure(1, { fiscalYear: 2570, promisedIn: null, division: 'finance', ...more });
  await store.set(measures, measureId(first), first);
  return measureId(first);
}

/** An act of one person, by an event of its own. */
export function actOf(userId: string, eventId: string, seen?: number, atMs: number = NOW.getTime()): Act {
  return { eventId, userId, atMs, measure: '2570-1', seen };
}
