import type { Actor } from '../people/actor.ts';
import { pushes } from '../store/collections.ts';
import type { AgencyStore } from '../store/port.ts';
import { announcedLetters } from './announced-letters.ts';
import { countReaches } from './count-reaches.ts';
import { resultAnnouncement } from './digests/result-announcement.ts';
import { monthRoom, type MonthRoom } from './month-room.ts';
import { planAgain } from './plan-again.ts';
import { planPush, type Also, type PlanOutcome } from './plan-push.ts';
import { worded, type PushDesk } from './push-desk.ts';
import { reachedAtMost, type Push } from './push.ts';
import { isWithin, type Reach } from './reach.ts';
import { unitOf } from './unit-of.ts';

/** What an announcement would say, to how many, and what that leaves. */
export interface AnnouncementPreview {
  /** The message itself, as LINE would get it. */
  readonly message: object;
  /** How many people each reach comes to who have not got it yet; each includes the ones before it. */
  readonly people: { readonly [R in Reach]: number };
  readonly month: MonthRoom;
  readonly announced: HowFar;
}

/** How far a year has been announced. */
interface HowFar {
  /** How wide it has gone; undefined: nobody has got it yet. */
  readonly reach: Reach | undefined;
  /** Handles of the staff it has gone to: roles change, people do not. */
  readonly known: ReadonlySet<string>;
  /** True while it is being sent: only then is it known whom it reached. */
  readonly underWay: boolean;
  /** The newest announcement that went out. */
  readonly last: Push | undefined;
  /** The push that the next one would be: named after how many there have been, so however often it is asked for it is one. */
  readonly next: string;
}

/** Announcements of one year at most: each reach once, and some that reached nobody. */
const MOST = 20;

/** What announcing a published year would be; undefined if the year is not published. Nothing is written. */
export async function previewAnnouncement(
  desk: PushDesk,
  fiscalYear: number,
): Promise<AnnouncementPreview | undefined> {
  const data = resultAnnouncement({ ...desk.facts(), now: desk.clock() }, fiscalYear);
  if (data === null) return undefined;
  const [month, announced] = await Promise.all([monthRoom(desk), howFar(desk.store, fiscalYear)]);
  const people = await countReaches(desk, 'results', announced.known);
  return {
    message: worded(desk, 'push-results', data).message,
    people: isWithin('everybody', announced.reach) ? { ...people, everybody: 0 } : people,
    month,
    announced,
  };
}

/**
 * Announces a published year to those whom it has not reached yet: to nobody twice, and again only to more people, or if LINE took none of
 * it. Undefined if the year is not published. `also`: see `PlannedPush`.
 */
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
  const { quota, reserve } = await monthRoom(desk);
  return planAgain(async () => {
    const { reach: gone, known, last, underWay, next } = await howFar(desk.store, fiscalYear);
    if (last !== undefined && isWithin(reach, gone)) return { kind: 'known', push: last };
    if (underWay) return { kind: 'being-planned' };
    const outcome = await planPush(
      desk.store,
      {
        id: next,
        kind: 'results',
        summary,
        by,
        unit: unitOf(next),
        urgent: false,
        ...announcedLetters(desk, 'results', { reach, known }, messages),
        also,
      },
      { clock: desk.clock, planner: desk.newId(), quota, reserve },
    );
    // Somebody else was quicker, and chose fewer people.
    return outcome.kind === 'known' && !isWithin(reach, outcome.push.reach ?? undefined)
      ? { kind: 'being-planned' }
      : outcome;
  });
}

async function howFar(store: AgencyStore, fiscalYear: number): Promise<HowFar> {
  let reach: Reach | undefined;
  let last: Push | undefined;
  const known = new Set<string>();
  for (let no = 1; no <= MOST; no += 1) {
    const id = no === 1 ? `results-${fiscalYear}` : `results-${fiscalYear}-${no}`;
    const push = await store.get(pushes, id);
    if (push === undefined || push.state === 'planning')
      return { reach, known, last, underWay: last !== undefined && last.counts === null, next: id };
    // It is over, and LINE certainly took none of it.
    if (push.counts !== null && reachedAtMost(push.counts) === 0) continue;
    last = push;
    for (const handle of push.handles) known.add(handle);
    if (push.reach !== null && !isWithin(push.reach, reach)) reach = push.reach;
  }
  return { reach: 'everybody', known, last, underWay: false, next: `results-${fiscalYear}` };
}
