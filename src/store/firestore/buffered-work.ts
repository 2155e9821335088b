import type { CollectionReference, DocumentReference, DocumentSnapshot } from '@google-cloud/firestore';
import { BufferedTransaction, type BufferedWrite } from '../buffered-transaction.ts';
import { documentName } from '../document-name.ts';
import type { Collection, Transaction } from '../port.ts';
import { StoreError } from '../store-error.ts';
import type { Lease } from './document-locks.ts';
import { firestoreError } from './firestore-error.ts';
import { countOperation, type FirestorePlace } from './firestore-place.ts';
import type { Deadline } from './timed-calls.ts';

/** The work of one transaction and what it works on. */
export interface Job<R> {
  readonly place: FirestorePlace;
  readonly orgId: string;
  readonly documents: (collection: Collection<unknown>) => CollectionReference;
  readonly work: (tx: Transaction) => Promise<R>;
  readonly deadline: Deadline;
  readonly lease: Lease;
}

/** What the work came to; nothing of it is written yet. */
export interface Buffered<R> {
  readonly result: R;
  readonly writes: readonly BufferedWrite[];
}

/**
 * Runs the work of a transaction, its reads through `read`, and holds back its writes. Rejects with what the work threw, or
 * with a StoreError if a read failed, whether or not the work minded, or if the deadline has passed.
 */
export async function bufferWork<R>(
  job: Job<R>,
  read: (reference: DocumentReference) => Promise<DocumentSnapshot>,
): Promise<Buffered<R>> {
  const { place, orgId, documents, work, deadline, lease } = job;
  let failedRead: StoreError | undefined;
  const tx = new BufferedTransaction(orgId, async (collection, id) => {
    try {
      const reference = documents(collection).doc(id);
      await lease.take(reference.path);
      const snapshot = await read(reference);
      countOperation(place, 'read', collection.path, 1);
      return snapshot.data();
    } catch (error) {
      failedRead = firestoreError(error, `reading ${documentName(collection, id)} in a transaction`);
      throw failedRead;
    }
  });
  let result: R;
  let writes: readonly BufferedWrite[];
  try {
    result = await work(tx);
  } catch (error) {
    throw failedRead ?? error;
  } finally {
    writes = tx.end();
  }
  // A failed read that `work` has swallowed has broken the transaction all the same.
  if (failedRead !== undefined) throw failedRead;
  if (deadline.passed()) throw new StoreError('deadline', 'a transaction: took too long and was not committed');
  return { result, writes };
}

/** Tells what was written. */
export function countWrites(place: FirestorePlace, writes: readonly BufferedWrite[]): void {
  for (const { kind, collection } of writes)
    countOperation(place, kind === 'delete' ? 'delete' : 'write', collection.path, 1);
}
