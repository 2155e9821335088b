import { parts, pushes, quotas } from '../store/collections.ts';
import type { AgencyStore } from '../store/port.ts';
import { partId } from './part.ts';
import { monthOf } from './month-of.ts';
import { reachedAtMost, type Counts, type Push, type StopReason } from './push.ts';
import { UNUSED_QUOTA, type Failed } from './quota.ts';

/** Parts read at once when counting. */
const READ_AT_ONCE = 50;

/** How many people each end came to, over all parts of a push. Reads every part: one document for up to 500 people. */
async function countPush(store: AgencyStore, id: string, push: Push): Promise<Counts> {
  const counts = { sent: 0, acceptedBefore: 0, refused: 0, unknown: 0, expired: 0, waiting: 0 };
  for (let first = 0; first < push.parts; first += READ_AT_ONCE) {
    const numbers = Array.from({ length: Math.min(READ_AT_ONCE, push.parts - first) }, (_, index) => first + index);
    const some = await Promise.all(numbers.map((no) => store.get(parts, partId(id, no))));
    for (const { state, people } of some.flatMap((part) => part?.calls ?? [])) {
      if (state === 'accepted-before') counts.acceptedBefore += people;
      else if (state !== 'left-out') counts[state] += people;
    }
  }
  const reached = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return { ...counts, leftOut: push.people - reached };
}

/**
 * Ends a push none of whose parts is open, with its figures, and gives back what it held of the month's quota. Doing it twice, or
 * on two servers, counts once.
 */
export async function finishPush(store: AgencyStore, id: string): Promise<void> {
  const push = await store.get(pushes, id);
  if (push === undefined || push.counts !== null || push.state === 'planning') return;
  const counts = await countPush(store, id, push);
  if (counts.waiting > 0) return;
  await store.transaction(async (tx) => {
    const stored = await tx.get(pushes, id);
    if (stored === undefined || stored.counts !== null) return;
    await tx.set(pushes, id, { ...stored, state: stored.state === 'stopping' ? 'stopped' : 'done', counts });
    const month = monthOf(new Date(stored.plannedAtMs));
    const own = (await tx.get(quotas, month)) ?? UNUSED_QUOTA;
    // What certainly reached nobody is not used up.
    const unused = counts.refused + counts.leftOut;
    await tx.set(quotas, month, {
      ...own,
      planned: Math.max(0, own.planned - unused),
      open: Math.max(0, own.open - stored.people),
      failed: failedAfter(own.failed, stored, counts),
    });
  });
}

/** What is to be told of as failed once this push is over: what LINE refused or stopped, of what a manager sent. */
function failedAfter(before: Failed | null, { kind, plannedAtMs, state }: Push, counts: Counts): Failed | null {
  if (kind !== 'urgent' && kind !== 'results') return before;
  if (before !== null && before.plannedAtMs > plannedAtMs) return before;
  const reachedSome = reachedAtMost(counts) > 0;
  if (counts.refused > 0 && (state === 'stopping' || !reachedSome)) return { kind, plannedAtMs, reachedSome };
  return before?.kind === kind ? null : before;
}

/** Nothing more of it is sent. `reachedAtMs`: LINE said that the month's limit is reached, so no other push is let go. */
export async function stopPush(
  store: AgencyStore,
  id: string,
  because: StopReason,
  reachedAtMs?: number,
): Promise<void> {
  await store.transaction(async (tx) => {
    const stored = await tx.get(pushes, id);
    if (stored === undefined || stored.state !== 'sending') return;
    await tx.set(pushes, id, { ...stored, state: 'stopping', stoppedBecause: because });
    if (reachedAtMs === undefined) return;
    const month = monthOf(new Date(reachedAtMs));
    await tx.set(quotas, month, { ...((await tx.get(quotas, month)) ?? UNUSED_QUOTA), reachedAtMs });
  });
}
