import { fullSchedule } from '../agency/push-schedule.ts';
import type { Actor } from '../people/actor.ts';
import { pushes, quotas } from '../store/collections.ts';
import { announcementAudience, countCitizens, staffAudience, type Gone, type Reach } from './audience.ts';
import { resultAnnouncement } from './digests/result-announcement.ts';
import type { Letter } from './parts-of.ts';
import { monthOf, planPush, type PlanOutcome } from './plan-push.ts';
import { worded, type PushDesk } from './push-desk.ts';
import type { Push } from './push.ts';
import { roomIn, UNUSED_QUOTA, type Room } from './quota.ts';
import { unitOf } from './unit-of.ts';

/** What an announcement would say, to how many, and what that leaves. */
export interface AnnouncementPreview {
  /** The message itself, as LINE would get it. */
  readonly message: object;
  /** How many people each reach comes to; each includes the ones before it. */
  readonly people: { readonly [R in Reach]: number };
  /** Undefined if LINE does not say. */
  readonly room: Room | undefined;
  /** The announcement of this year, if it has been sent already. */
  readonly sent: Push | undefined;
}

/** The push that announces a year; there is one, however often it is asked for. */
function announcementId(fiscalYear: number): string {
  return `results-${fiscalYear}`;
}

/** What announcing a published year would be; undefined if the year is not published. Nothing is written. */
export async function previewAnnouncement(
  desk: PushDesk,
  fiscalYear: number,
): Promise<AnnouncementPreview | undefined> {
  const now = desk.clock();
  const data = resultAnnouncement({ ...desk.facts(), now }, fiscalYear);
  if (data === null) return undefined;
  const gone: Gone = { count: 0 };
  const [quota, own, managers, staff, citizens, sent] = await Promise.all([
    desk.quota(),
    desk.store.get(quotas, monthOf(now)),
    staffAudience(desk.store, desk.staff(), 'results', 'manager', gone),
    staffAudience(desk.store, desk.staff(), 'results', 'staff', gone),
    countCitizens(desk.store, 'results'),
    desk.store.get(pushes, announcementId(fiscalYear)),
  ]);
  const { reserve } = fullSchedule(desk.facts().agency?.push);
  return {
    message: desk.render('push-results', data),
    people: { managers: managers.length, staff: staff.length, everybody: staff.length + citizens },
    room: quota && roomIn(quota, own ?? UNUSED_QUOTA, reserve, false),
    sent: sent?.state === 'planning' ? undefined : sent,
  };
}

/** Announces a published year, once. Undefined if the year is not published. */
export async function announceResult(
  desk: PushDesk,
  fiscalYear: number,
  reach: Reach,
  by: Actor,
): Promise<PlanOutcome | undefined> {
  const data = resultAnnouncement({ ...desk.facts(), now: desk.clock() }, fiscalYear);
  if (data === null) return undefined;
  const { messages, summary } = worded(desk, 'push-results', data);
  const gone: Gone = { count: 0 };
  const quota = await desk.quota();
  return planPush(
    desk.store,
    {
      id: announcementId(fiscalYear),
      kind: 'results',
      summary,
      by,
      unit: unitOf(announcementId(fiscalYear)),
      urgent: false,
      gone: () => gone.count,
      letters: letters(desk, reach, gone, messages),
    },
    {
      clock: desk.clock,
      planner: desk.newId(),
      quota,
      reserve: fullSchedule(desk.facts().agency?.push).reserve,
    },
  );
}

async function* letters(desk: PushDesk, reach: Reach, gone: Gone, messages: string): AsyncGenerator<Letter> {
  for await (const { to } of announcementAudience(desk.store, desk.staff(), reach, gone)) yield { to, messages };
}
