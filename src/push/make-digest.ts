import type { Gone } from './audience.ts';
import type { DigestReach, MadeDigest, Scheduled } from './made-digest.ts';
import { makeManagerDigest } from './make-manager-digest.ts';
import { makeNews } from './make-news.ts';
import { makeStaffDigest } from './make-staff-digest.ts';
import type { PushDesk } from './push-desk.ts';
import type { Room } from './quota.ts';
import type { ScheduleRecord } from './schedule-record.ts';

/**
 * What is to be said now and to whom; undefined if there is nothing new since `before`. Nothing is written. `room`: what is left of the
 * month, to tell managers. `reach`: only that of staff can go to managers in their place.
 */
export async function makeDigest(
  desk: PushDesk,
  kind: Scheduled,
  before: ScheduleRecord | undefined,
  gone: Gone,
  room: Room | undefined,
  reach: DigestReach = 'all',
): Promise<MadeDigest | undefined> {
  const facts = { ...desk.facts(), now: desk.clock() };
  switch (kind) {
    case 'staff-digest':
      return makeStaffDigest(desk, facts, before, gone, reach);
    case 'manager-digest':
      return makeManagerDigest(desk, facts, before, gone, room);
    case 'news':
      return makeNews(desk, facts, before);
  }
}
