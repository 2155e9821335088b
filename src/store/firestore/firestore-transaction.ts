import { documentName } from '../document-name.ts';
import type { CollectionReference, Transaction as ClientTransaction } from '@google-cloud/firestore';
import { BufferedTransaction, type BufferedWrite } from '../buffered-transaction.ts';
import type { Collection, Transaction } from '../port.ts';
import { StoreError } from '../store-error.ts';
import type { Deadline } from './timed-calls.ts';
import type { Lease } from './document-locks.ts';
import { firestoreError } from './firestore-error.ts';
import { countOperation, type FirestorePlace } from './firestore-place.ts';
import { retryConflicts } from './retry-conflicts.ts';

type Documents = (collection: Collection<unknown>) => CollectionReference;

/**
 * Runs `work` in a Firestore transaction: documents it reads are locked, its writes go out together at the end.
 * Only conflicts are tried again. An error thrown by `work` is rethrown as it is, everything else as a StoreError.
 */
export async function runTransaction<R>(
  place: FirestorePlace,
  orgId: string,
  documents: Documents,
  work: (tx: Transaction) => Promise<R>,
): Promise<R> {
  const lease = place.locks.lease();
  const once = async (deadline: Deadline): Promise<R> => {
    try {
      return await attempt(place, orgId, documents, work, deadline, lease);
    } finally {
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

async function attempt<R>(
  place: FirestorePlace,
  orgId: string,
  documents: Documents,
  work: (tx: Transaction) => Promise<R>,
  deadline: Deadline,
  lease: Lease,
): Promise<R> {
  let thrownByWork: { readonly error: unknown } | undefined;
  let failedRead: StoreError | undefined;
  let writes: readonly BufferedWrite[] = [];
  const step = async (client: ClientTransaction): Promise<R> => {
    const tx = new BufferedTransaction(orgId, async (collection, id) => {
      try {
        const reference = documents(collection).doc(id);
        await lease.take(reference.path);
        const snapshot = await client.get(reference);
        countOperation(place, 'read', collection.path, 1);
        return snapshot.data();
      } catch (error) {
        failedRead = firestoreError(error, `reading ${documentName(collection, id)} in a transaction`);
        throw failedRead;
      }
    });
    let result: R;
    try {
      result = await work(tx);
    } catch (error) {
      thrownByWork = { error };
      throw error;
    } finally {
      writes = tx.end();
    }
    // A failed read that `work` has swallowed has broken the transaction all the same.
    if (failedRead !== undefined) throw failedRead;
    if (deadline.passed()) throw new StoreError('deadline', 'a transaction: took too long and was not committed');
    for (const write of writes) put(client, documents, write);
    return result;
  };
  try {
    // One attempt: the library itself would also repeat a commit whose outcome is unknown, and so count twice.
    const result = await place.client.runTransaction(step, { maxAttempts: 1 });
    for (const { kind, collection } of writes) {
      countOperation(place, kind === 'delete' ? 'delete' : 'write', collection.path, 1);
    }
    return result;
  } catch (error) {
    if (failedRead !== undefined) throw failedRead;
    if (thrownByWork !== undefined) throw thrownByWork.error;
    throw firestoreError(error, 'committing a transaction');
  }
}

function put(client: ClientTransaction, documents: Documents, write: BufferedWrite): void {
  const reference = documents(write.collection).doc(write.id);
  if (write.kind === 'create') client.create(reference, write.data);
  else if (write.kind === 'set') client.set(reference, write.data);
  else client.delete(reference);
}
