import { loadExample } from '../../src/load-example.ts';
import { readProfile } from '../../src/agency/profile-record.ts';
import { rememberChoice, rememberFollow } from '../../src/people/following.ts';
import type { StaffRole } from '../../src/people/role.ts';
import type { StaffMember } from '../../src/people/staff-member.ts';
import type { PushDesk } from '../../src/push/push-desk.ts';
import { recipientsOf } from '../../src/push/request-body.ts';
import type { LineQuota } from '../../src/push/quota.ts';
import { runSchedule } from '../../src/push/run-schedule.ts';
import { assessments, measures, bodies, staff as staffCollection } from '../../src/store/collections.ts';
import type { AgencyStore, Doc } from '../../src/store/port.ts';
import { CARDS } from '../chat/answers/knowledge.ts';
import { startTalk, type Talk } from '../chat/talk.ts';
import { memoryAgency } from '../memory-agency.ts';

/** A desk at which the test sets the time and what LINE says is left. */
export interface CalendarDesk {
  readonly desk: PushDesk;
  readonly store: AgencyStore;
  /** Sets the clock to that time in Bangkok, `2026-11-23T09:00`, and does what the calendar asks for. */
  readonly runAt: (local: string) => Promise<readonly string[]>;
  readonly at: (local: string) => void;
  readonly says: (quota: LineQuota | undefined) => void;
  /** Something is reported about every measure. */
  readonly measuresMove: () => void;
  /** All of that is taken back. */
  readonly measuresRest: () => void;
  /** A chat of that person with a server that pushes. */
  readonly talk: (userId: string) => Promise<Talk>;
  /** Whom the parts in the store are for, sorted, and what they say. */
  readonly letters: () => Promise<{ readonly to: readonly string[]; readonly says: string }>;
}

const userId = (no: number): string => `U${String(no).padStart(32, '0')}`;
export const STAFF = [0, 1, 2, 3].map(userId);
export const MANAGERS = [4, 5].map(userId);
export const CITIZENS = [10, 11, 12].map(userId);

/** The example agency with four staff, two managers and three citizens who asked for news. */
export async function deskByTheCalendar(): Promise<CalendarDesk> {
  let now = new Date('2026-11-01T00:00:00+07:00');
  const clock = (): Date => now;
  let quota: LineQuota | undefined = { limit: 300, used: 0 };
  const store = memoryAgency();
  await loadExample(store, clock);
  const moment = { eventMs: now.getTime(), nowMs: now.getTime() };
  for (const id of [...STAFF, ...MANAGERS, ...CITIZENS])
    await store.transaction(rememberFollow(id, { eventMs: moment.eventMs - 1, nowMs: moment.nowMs - 1 }));
  for (const id of CITIZENS) await store.transaction(rememberChoice(id, 'news', true, moment));
  const works = (ids: readonly string[], role: StaffRole): Doc<StaffMember>[] =>
    ids.map((id) => ({
      id,
      data: { role, division: null, handle: id.slice(-8), name: null, joinedAt: now.toISOString(), menu: null },
    }));
  const staff = [...works(STAFF, 'staff'), ...works(MANAGERS, 'manager')];
  for (const { id, data } of staff) await store.set(staffCollection, id, data);
  const agency = await readProfile(store);
  const published = (await store.query(assessments)).docs.flatMap(({ data }) => data.published ?? []);
  let known = (await store.query(measures)).docs.map(({ data }) => data);
  const desk: PushDesk = {
    store,
    clock,
    newId: () => crypto.randomUUID(),
    staff: () => staff,
    facts: () => ({ agency, assessments: published, measures: known }),
    render: (card, data) => CARDS.render(card, data),
    quota: async () => quota,
  };
  const at = (local: string): void => {
    now = new Date(`${local}:00+07:00`);
  };
  return {
    desk,
    store,
    at,
    runAt: async (local) => {
      at(local);
      return (await runSchedule(desk)).map(({ kind, outcome }) => `${kind} ${outcome}`);
    },
    says: (said) => {
      quota = said;
    },
    measuresMove: () => {
      known = known.map((measure) => ({ ...measure, progressAt: now.toISOString() }));
    },
    measuresRest: () => {
      known = known.map((measure) => ({ ...measure, progressAt: null }));
    },
    talk: async (userId) => {
      const talk = startTalk(store, { userId, clock, pushes: desk });
      await talk.ready;
      return talk;
    },
    letters: async () => {
      const sent = (await store.query(bodies)).docs.flatMap(({ data }) => data.bodies);
      return {
        to: sent.flatMap(recipientsOf).sort(),
        says: sent.join('\n'),
      };
    },
  };
}
