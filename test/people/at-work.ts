import { randomBytes } from 'node:crypto';
import { newCode } from '../../src/code.ts';
import type { ChangeBy } from '../../src/people/change-by.ts';
import { newHandle } from '../../src/people/handle.ts';
import { join, type Joined } from '../../src/people/join.ts';
import { makeInvitation, type NewInvitation } from '../../src/people/make-invitation.ts';
import type { Actor } from '../../src/people/actor.ts';
import type { StaffMember } from '../../src/people/staff-member.ts';
import { staff } from '../../src/store/collections.ts';
import type { AgencyStore } from '../../src/store/port.ts';

/** 22 November 2569, 10:00 in Thailand. */
export const NOW = new Date('2026-11-22T03:00:00Z');

/** LINE user ids of different people. */
export const userId = (no: number): string => `U${String(no).padStart(32, '0')}`;

let events = 0;
/** A change by an event of its own. */
export function change(now: Date = NOW, eventId = `event-${(events += 1)}`): ChangeBy {
  return { eventId, now, divisionName: (id) => id ?? 'ทั้งหน่วยงาน' };
}

/** An invitation; resolves with its code. */
export async function invite(
  store: AgencyStore,
  more: Partial<NewInvitation> = {},
  by: Actor = 'command',
  now: Date = NOW,
): Promise<string> {
  const code = newCode(randomBytes);
  const wanted = { role: 'staff', division: null, uses: 1, days: 7, ...more } as const;
  await store.transaction((tx) => makeInvitation(tx, wanted, { code, ref: newHandle(randomBytes) }, by, change(now)));
  return code;
}

/** Sends the code and confirms. */
export function joinBy(
  store: AgencyStore,
  code: string,
  no: number,
  by: ChangeBy = change(),
  lower = false,
): Promise<Joined> {
  const joiner = { userId: userId(no), eventMs: by.now.getTime(), handle: newHandle(randomBytes), lower };
  return join(store, code, joiner, by);
}

/** Puts somebody to work without an invitation. */
export async function employ(store: AgencyStore, no: number, more: Partial<StaffMember> = {}): Promise<StaffMember> {
  const member: StaffMember = {
    role: 'staff',
    division: null,
    handle: newHandle(randomBytes),
    name: `คนที่ ${no}`,
    joinedAt: NOW.toISOString(),
    menu: null,
    ...more,
  };
  await store.set(staff, userId(no), member);
  return member;
}
