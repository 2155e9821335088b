import { fullSchedule, type FullSchedule } from '../agency/push-schedule.ts';
import { schedules } from '../store/collections.ts';
import type { Gone } from './audience.ts';
import { cronOf } from './cron-of.ts';
import { eachOnItsOwn } from './each-on-its-own.ts';
import { makeDigest } from './make-digest.ts';
import { monthRoom } from './month-room.ts';
import { SCHEDULED, type Scheduled } from './made-digest.ts';
import { dueOccurrence } from './occurrence.ts';
import { planPush, type PlanOutcome } from './plan-push.ts';
import type { PushDesk } from './push-desk.ts';
import { pushOf } from './push-of-occurrence.ts';
import type { ScheduleRecord } from './schedule-record.ts';
import { toldSoFar } from './told-so-far.ts';

/** Whoever begins to use schedules is not sent what was due before that (ms). */
const NEW_HERE_MS = 3_600_000;

function begun(last: string, now: Date): ScheduleRecord {
  return { last, outcome: 'nothing-new', missing: null, ...toldSoFar(undefined, now) };
}

/** What became of one kind. `waiting`: LINE did not say how much is left, or another server is at it, so it is tried again in the next round. */
export interface Ran {
  readonly kind: Scheduled;
  readonly outcome: ScheduleRecord['outcome'] | 'waiting';
}

/**
 * Plans what is due by the calendar and has not gone out yet. Any number of servers may do so at once: a push is named after its
 * occurrence. Costs one read for each kind while nothing is due. A kind that fails does not hold up the others; then it rejects.
 */
export async function runSchedule(desk: PushDesk): Promise<readonly Ran[]> {
  const ran: Ran[] = [];
  const schedule = fullSchedule(desk.facts().agency?.push);
  await eachOnItsOwn(SCHEDULED, async (kind) => {
    const outcome = await runKind(desk, kind, schedule);
    if (outcome !== undefined) ran.push({ kind, outcome });
    return undefined;
  });
  return ran;
}

/** Undefined: it is not due, or has been dealt with. */
async function runKind(desk: PushDesk, kind: Scheduled, schedule: FullSchedule): Promise<Ran['outcome'] | undefined> {
  const now = desk.clock();
  const cron = cronOf(schedule, kind);
  const due = cron === null ? undefined : dueOccurrence(cron, schedule, now);
  if (due === undefined) return undefined;
  const before = await desk.store.get(schedules, kind);
  if (before !== undefined && before.last >= due.at) return undefined;
  if (before === undefined && now.getTime() - due.sendAtMs > NEW_HERE_MS) {
    await desk.store.set(schedules, kind, begun(due.at, now));
    return undefined;
  }
  return runOne(desk, kind, due.at, before);
}

async function runOne(
  desk: PushDesk,
  kind: Scheduled,
  at: string,
  before: ScheduleRecord | undefined,
): Promise<Ran['outcome']> {
  const { quota, reserve, usual } = await monthRoom(desk);
  if (quota === undefined) return 'waiting';
  const gone: Gone = { count: 0 };
  const madeAtMs = desk.clock().getTime();
  const made = await makeDigest(desk, kind, before, gone, usual);
  const keep = async (outcome: ScheduleRecord['outcome'], missing: ScheduleRecord['missing'] = null) => {
    const now = desk.clock();
    // What has not gone out is still to be told.
    const told = outcome === 'sent' && made ? { atMs: madeAtMs, ...made.record } : toldSoFar(before, now);
    await desk.store.set(schedules, kind, { last: at, outcome, missing, ...told });
    return outcome;
  };
  if (made === undefined) return keep('nothing-new');
  const outcome: PlanOutcome = await planPush(
    desk.store,
    {
      ...pushOf(kind, at),
      summary: made.summary,
      by: 'schedule',
      urgent: false,
      gone: () => gone.count,
      letters: made.letters,
    },
    { clock: desk.clock, planner: desk.newId(), quota, reserve },
  );
  switch (outcome.kind) {
    case 'sending':
    case 'known':
      return keep('sent');
    case 'nobody':
      return keep('nobody');
    case 'quota-unknown':
    case 'being-planned':
    case 'interrupted':
    case 'called-off':
      return 'waiting';
    case 'not-enough-left':
      return keep('not-enough-left', { people: outcome.people, left: outcome.room.left });
  }
}
