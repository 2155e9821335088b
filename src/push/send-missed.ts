import type { Actor } from '../people/actor.ts';
import { schedules } from '../store/collections.ts';
import type { Gone } from './audience.ts';
import { recipientsOf, type DigestReach, type Scheduled } from './made-digest.ts';
import { makeDigest } from './make-digest.ts';
import { missedOf, settleMissed, type Missed } from './missed.ts';
import { monthRoom, type MonthRoom } from './month-room.ts';
import { planPush, type Also, type PlanOutcome } from './plan-push.ts';
import type { PushDesk } from './push-desk.ts';
import { pushOf } from './push-of-occurrence.ts';

/** A digest that did not fit, as it would go out now. */
interface MissedPreview {
  readonly missed: Missed;
  /** A JSON array of messages as one recipient would get them; null: there is nothing to tell any more. */
  readonly sample: string | null;
  /** How many people each reach comes to; left out: a reach that this digest does not have. */
  readonly people: { readonly [R in DigestReach]?: number };
  readonly month: MonthRoom;
}

/** Which choice was confirmed. */
export interface MissedChoice extends Pick<Missed, 'kind' | 'at'> {
  readonly reach: DigestReach;
  /** What the month keeps in reserve may be used for it. */
  readonly reserve: boolean;
}

/** To whom a digest can be sent that did not fit: those it is for, and that of staff to managers, who can pass it on. */
function reachesOf(kind: Scheduled): readonly DigestReach[] {
  return kind === 'staff-digest' ? ['all', 'managers'] : ['all'];
}

/** What did not fit, made anew; undefined: nothing of that kind waits (any more). Nothing is written. */
export async function previewMissed(desk: PushDesk, kind: Scheduled): Promise<MissedPreview | undefined> {
  const [record, month] = await Promise.all([desk.store.get(schedules, kind), monthRoom(desk)]);
  const missed = missedOf(kind, record);
  if (missed === undefined) return undefined;
  const people: { [R in DigestReach]?: number } = {};
  let sample: string | null = null;
  for (const reach of reachesOf(kind)) {
    const made = await makeDigest(desk, kind, record, { count: 0 }, month.usual, reach);
    people[reach] = made === undefined ? 0 : await recipientsOf(desk.store, made);
    sample ??= made?.sample ?? null;
  }
  return { missed, sample, people, month };
}

/**
 * Sends what did not fit to those who were chosen, once for each occurrence and reach, and takes it from what waits. `gone`: nothing of
 * that occurrence waits any more; `nobody` also if there is nothing to tell any more. `also`: see `PlannedPush`.
 */
export async function sendMissed(
  desk: PushDesk,
  { kind, at, reach, reserve: mayUseReserve }: MissedChoice,
  by: Actor,
  also?: Also,
): Promise<PlanOutcome | { readonly kind: 'gone' }> {
  const record = await desk.store.get(schedules, kind);
  if (missedOf(kind, record)?.at !== at) return { kind: 'gone' };
  const month = await monthRoom(desk);
  const gone: Gone = { count: 0 };
  const madeAtMs = desk.clock().getTime();
  const made = await makeDigest(desk, kind, record, gone, month.usual, reach);
  if (made === undefined) return { kind: 'nobody', gone: gone.count };
  const became = reach === 'all' ? { told: made.record, atMs: madeAtMs } : { outcome: 'sent-to-fewer' as const };
  const outcome = await planPush(
    desk.store,
    {
      ...pushOf(kind, at, reach),
      summary: made.summary,
      by,
      urgent: mayUseReserve,
      gone: () => gone.count,
      letters: made.letters,
      // Another manager may have decided meanwhile, or the calendar gone on.
      stillWanted: async (tx) => missedOf(kind, await tx.get(schedules, kind))?.at === at,
      also: async (tx, push) => {
        await settleMissed(tx, { kind, at }, became);
        await also?.(tx, push);
      },
    },
    { clock: desk.clock, planner: desk.newId(), quota: month.quota, reserve: month.reserve },
  );
  // It went out on another server, which had no time to write down that it did.
  if (outcome.kind === 'known') await desk.store.transaction((tx) => settleMissed(tx, { kind, at }, became));
  return outcome.kind === 'called-off' ? { kind: 'gone' } : outcome;
}
