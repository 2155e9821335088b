import type { Actor } from '../people/actor.ts';
import { pushes } from '../store/collections.ts';
import { announcedLetters } from './announced-letters.ts';
import type { Gone, Reach } from './audience.ts';
import { countReaches } from './count-reaches.ts';
import { resultAnnouncement } from './digests/result-announcement.ts';
import { monthRoom, type MonthRoom } from './month-room.ts';
import { planPush, type Also, type PlanOutcome } from './plan-push.ts';
import { worded, type PushDesk } from './push-desk.ts';
import type { Push } from './push.ts';
import { unitOf } from './unit-of.ts';

/** What an announcement would say, to how many, and what that leaves. */
export interface AnnouncementPreview {
  /** The message itself, as LINE would get it. */
  readonly message: object;
  /** How many people each reach comes to; each includes the ones before it. */
  readonly people: { readonly [R in Reach]: number };
  readonly month: MonthRoom;
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
  const data = resultAnnouncement({ ...desk.facts(), now: desk.clock() }, fiscalYear);
  if (data === null) return undefined;
  const [month, people, sent] = await Promise.all([
    monthRoom(desk),
    countReaches(desk, 'results'),
    desk.store.get(pushes, announcementId(fiscalYear)),
  ]);
  return {
    message: worded(desk, 'push-results', data).message,
    people,
    month,
    sent: sent?.state === 'planning' ? undefined : sent,
  };
}

/** Announces a published year, once. Undefined if the year is not published. `also`: see `PlannedPush`. */
export async function announceResult(
  desk: PushDesk,
  fiscalYear: number,
  reach: Reach,
  by: Actor,
  also?: Also,
): Promise<PlanOutcome | undefined> {
  const data = resultAnnouncement({ ...desk.facts(), now: desk.clock() }, fiscalYear);
  if (data === null) return undefined;
  const { messages, summary } = worded(desk, 'push-results', data);
  const gone: Gone = { count: 0 };
  const { quota, reserve } = await monthRoom(desk);
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
      letters: announcedLetters(desk, 'results', reach, gone, messages),
      also,
    },
    { clock: desk.clock, planner: desk.newId(), quota, reserve },
  );
}
