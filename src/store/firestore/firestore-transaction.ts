import type { CollectionReference } from '@google-cloud/firestore';
import type { Collection, Transaction } from '../port.ts';
import { attemptWithLocks } from './attempt-with-locks.ts';
import { attemptWithoutLocks } from './attempt-without-locks.ts';
import type { FirestorePlace } from './firestore-place.ts';
import { retryConflicts } from './retry-conflicts.ts';
import type { Deadline } from './timed-calls.ts';

/**
 * Runs `work` as a transaction: first without locks, and with them if that does not do or others were quicker. Only
 * conflicts are tried again. An error thrown by `work` is rethrown as it is, everything else as a StoreError.
 */
export async function runTransaction<R>(
  place: FirestorePlace,
  orgId: string,
  documents: (collection: Collection<unknown>) => CollectionReference,
  work: (tx: Transaction) => Promise<R>,
): Promise<R> {
  const lease = place.locks.lease();
  let first = true;
  const once = async (deadline: Deadline): Promise<R> => {
    const job = { place, orgId, documents, work, deadline, lease };
    try {
      const done = first ? await attemptWithoutLocks(job) : undefined;
      return done ? done.result : await attemptWithLocks(job);
    } finally {
      first = false;
      lease.releaseAll();
    }
  };
  return place.work.run(async () => {
    try {
      return await place.calls.run('a transaction', (deadline) =>
        retryConflicts(place.calls.deadlineMs, deadline, place, () => once(deadline)),
      );
    } finally {
      // Work that never ends must not keep its documents from others.
      lease.releaseAll();
    }
  });
}
