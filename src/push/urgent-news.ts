import { agencyNames } from '../agency/agency-names.ts';
import type { Actor } from '../people/actor.ts';
import { pushes } from '../store/collections.ts';
import { announcedLetters } from './announced-letters.ts';
import { countReaches } from './count-reaches.ts';
import { monthRoom, type MonthRoom } from './month-room.ts';
import { planAgain } from './plan-again.ts';
import { planPush, type Also, type PlanOutcome } from './plan-push.ts';
import type { Push } from './push.ts';
import type { Reach } from './reach.ts';
import { worded, type PushDesk, type Worded } from './push-desk.ts';
import { unitOf } from './unit-of.ts';

/** How long urgent news may be, in UTF-16 units: what is read at a glance. */
export const SHORTEST_NEWS = 5;
export const LONGEST_NEWS = 500;

/** News in a manager's own words. */
export interface UrgentNews {
  /** Of this text as it was written: it is sent once, however often it is asked for. */
  readonly id: string;
  readonly text: string;
}

/** What sending it would be. */
interface UrgentPreview {
  /** The message itself, as LINE would get it. */
  readonly message: object;
  readonly people: { readonly [R in Reach]: number };
  readonly month: MonthRoom;
}

function pushIdOf(id: string): string {
  return `urgent-${id}`;
}

/** What sending it would be. Nothing is written. */
export async function previewUrgentNews(desk: PushDesk, news: UrgentNews): Promise<UrgentPreview> {
  const [people, month] = await Promise.all([countReaches(desk, 'urgent'), monthRoom(desk)]);
  const { message } = wordedNews(desk, news);
  return { message, people, month };
}

/** The push of it, if it has been let go. */
export async function sentUrgentNews(desk: PushDesk, id: string): Promise<Push | undefined> {
  const push = await desk.store.get(pushes, pushIdOf(id));
  return push?.state === 'planning' ? undefined : push;
}

/** Sends it, once; it may use what the month keeps in reserve. `also`: see `PlannedPush`. */
export async function sendUrgentNews(
  desk: PushDesk,
  news: UrgentNews,
  reach: Reach,
  by: Actor,
  also?: Also,
): Promise<PlanOutcome> {
  const { messages, summary } = wordedNews(desk, news);
  const { quota, reserve } = await monthRoom(desk);
  return planAgain(() =>
    planPush(
      desk.store,
      {
        id: pushIdOf(news.id),
        kind: 'urgent',
        summary,
        by,
        unit: unitOf(pushIdOf(news.id)),
        urgent: true,
        ...announcedLetters(desk, 'urgent', { reach }, messages),
        also,
      },
      { clock: desk.clock, planner: desk.newId(), quota, reserve },
    ),
  );
}

function wordedNews(desk: PushDesk, { text }: UrgentNews): Worded {
  const names = agencyNames(desk.facts());
  return worded(desk, 'push-urgent', { ...names, text, line: text.replaceAll(/\s+/g, ' ') });
}
