import type { DocumentReference, Transaction as ClientTransaction } from '@google-cloud/firestore';
import type { Deadline } from './timed-calls.ts';
import { firestoreError } from './firestore-error.ts';
import type { FirestorePlace } from './firestore-place.ts';
import { retryConflicts } from './retry-conflicts.ts';

/** Adds the one write to a transaction of the client library. */
export type SingleWrite = (tx: ClientTransaction, reference: DocumentReference) => unknown;

/**
 * Commits one write. It goes through `runTransaction` without a read, which is a plain commit on the wire, because the
 * library's own `create`, `set` and `delete` repeat a commit whose outcome is unknown and cannot be told not to.
 */
export function commitOne(
  place: FirestorePlace,
  deadline: Deadline,
  what: string,
  reference: DocumentReference,
  write: SingleWrite,
): Promise<void> {
  return retryConflicts(place.calls.deadlineMs, deadline, place, async () => {
    try {
      await place.client.runTransaction(async (tx) => void write(tx, reference), { maxAttempts: 1 });
    } catch (error) {
      throw firestoreError(error, what);
    }
  });
}
