import { auditKeptSince } from '../audit/retention.ts';
import type { Clock } from '../clock.ts';
import { invitations, joinattempts, people, staff } from '../store/collections.ts';
import type { AgencyStore } from '../store/port.ts';
import { removeWhere } from '../store/remove-where.ts';
import { isSpent } from './join-attempts.ts';
import { keepPerson } from './keep-person.ts';

const DAY_MS = 86_400_000;
/** Invitations are kept this long after their last day, people this long after they left (ms). */
const INVITATION_MS = 30 * DAY_MS;
const LEFT_MS = 365 * DAY_MS;
/** People removed per query. */
const BATCH = 500;

/** Forgets wrong invitation codes from which nothing follows any more. To be run every few minutes. */
export async function cleanJoinAttempts(store: AgencyStore, clock: Clock): Promise<void> {
  await removeWhere(store, joinattempts, (attempts) => isSpent(attempts, clock()));
}

/**
 * Removes what has been kept long enough: old invitations, who was staff once, and who left. To be run once a day. There are few
 * invitations and few staff, so all of those are looked at.
 */
export async function cleanPeople(store: AgencyStore, clock: Clock): Promise<void> {
  const now = clock();
  await removeWhere(store, invitations, ({ expiresAt }) => Date.parse(expiresAt) + INVITATION_MS < now.getTime());
  // Their last entry in the audit is the withdrawal itself: with it goes what the handle in it meant, the name included.
  const since = auditKeptSince(now).toISOString();
  await removeWhere(store, staff, ({ withdrawnAt }) => withdrawnAt !== undefined && withdrawnAt < since);
  await cleanLeft(store, now.getTime() - LEFT_MS);
}

async function cleanLeft(store: AgencyStore, beforeMs: number): Promise<void> {
  const orderBy = { field: 'changedAtMs', direction: 'asc' } as const;
  for (;;) {
    const { docs } = await store.query(people, { equal: { following: false }, orderBy, limit: BATCH });
    const old = docs.filter(({ data }) => data.changedAtMs < beforeMs);
    for (const { id } of old) {
      await store.transaction(async (tx) => {
        const known = await tx.get(people, id);
        if (known && !known.following && known.changedAtMs < beforeMs) await keepPerson(tx, id, known, undefined);
      });
    }
    if (old.length < BATCH) return;
  }
}
