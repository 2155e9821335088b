import type {
  DocumentReference,
  DocumentSnapshot,
  FieldPath,
  Transaction as ClientTransaction,
} from '@google-cloud/firestore';
import type { BufferedWrite } from '../buffered-transaction.ts';
import type { PlainMap } from '../plain-value.ts';
import { StoreError } from '../store-error.ts';
import { bufferWork, countWrites, type Buffered, type Job } from './buffered-work.ts';
import { firestoreError } from './firestore-error.ts';
import { countOperation, type FirestoreLibrary } from './firestore-place.ts';

/**
 * One attempt that locks nothing: it reads as anybody does, and its writes go out in one commit that holds only if none of
 * what was read has changed since; else it rejects with kind `conflict`. Locks outlive a server that dies by a minute
 * (https://firebase.google.com/docs/firestore/quotas: transactions expire after 60 s of idling), and for that long nobody
 * could send again what the server had just been working on.
 *
 * Undefined, with nothing written, if it cannot be sure without locks: a commit cannot insist on a document that is there
 * and is not written. That one is still missing it can: by deleting it, which is billed as a delete.
 */
export async function attemptWithoutLocks<R>(job: Job<R>): Promise<{ readonly result: R } | undefined> {
  const seen = new Map<string, DocumentSnapshot>();
  let done: Buffered<R>;
  try {
    done = await bufferWork(job, async (reference) => {
      const snapshot = await reference.get();
      seen.set(reference.path, snapshot);
      return snapshot;
    });
  } catch (error) {
    const inTheWay = error instanceof StoreError && error.kind === 'conflict';
    if (seen.size < 2 || inTheWay || job.deadline.passed()) throw error;
    // The work may have failed only because it saw one document before and another after somebody else's commit.
    return undefined;
  }
  const { result, writes } = done;
  if (writes.length === 0) return seen.size < 2 ? { result } : undefined;
  const written = new Set(writes.map(({ collection, id }) => job.documents(collection).doc(id).path));
  const onlyRead = [...seen.values()].filter(({ ref }) => !written.has(ref.path));
  if (onlyRead.some(({ exists }) => exists)) return undefined;
  const missing = onlyRead.map(({ ref }) => ref);
  await commit(job, writes, seen, missing);
  countWrites(job.place, writes);
  for (const { parent } of missing) countOperation(job.place, 'delete', parent.id, 1);
  return { result };
}

/** gRPC's NOT_FOUND, ALREADY_EXISTS and FAILED_PRECONDITION: what a commit says when a document is not as it insists. */
const CHANGED = new Set<unknown>([5, 6, 9]);

/** @param missing What has to be missing still. */
async function commit<R>(
  { place, documents }: Job<R>,
  writes: readonly BufferedWrite[],
  seen: ReadonlyMap<string, DocumentSnapshot>,
  missing: readonly DocumentReference[],
): Promise<void> {
  const put = async (tx: ClientTransaction): Promise<void> => {
    for (const write of writes) {
      const reference = documents(write.collection).doc(write.id);
      putIfUnchanged(place.library, tx, reference, write, seen.get(reference.path));
    }
    for (const reference of missing) tx.delete(reference, { exists: false });
  };
  try {
    // Without a read it is a plain commit on the wire; see commit-one.ts for why it goes this way.
    await place.client.runTransaction(put, { maxAttempts: 1 });
  } catch (error) {
    if (seen.size === 0 || !CHANGED.has((error as { code?: unknown }).code))
      throw firestoreError(error, 'committing a transaction');
    throw new StoreError('conflict', 'committing a transaction: others wrote the same documents; nothing was written', {
      cause: error,
    });
  }
}

/** @param before What was read of it; undefined if it was not: then it does not matter what is there. */
function putIfUnchanged(
  library: FirestoreLibrary,
  tx: ClientTransaction,
  reference: DocumentReference,
  write: BufferedWrite,
  before: DocumentSnapshot | undefined,
): void {
  const lastUpdateTime = before?.updateTime;
  if (write.kind === 'create') tx.create(reference, write.data);
  else if (write.kind === 'delete') tx.delete(reference, lastUpdateTime && { lastUpdateTime });
  else if (lastUpdateTime === undefined) tx.set(reference, write.data);
  else {
    const [first, value, ...rest] = replacing(library, before?.data() ?? {}, write.data);
    tx.update(reference, first as FieldPath, value, ...rest, { lastUpdateTime });
  }
}

/** A `set`, which cannot insist on anything, as an `update`: field and value in turn, also for fields that are to be gone. */
function replacing({ FieldPath, FieldValue }: FirestoreLibrary, before: object, after: PlainMap): readonly unknown[] {
  const gone = Object.keys(before).filter((name) => !Object.hasOwn(after, name));
  const fields = [...Object.entries(after), ...gone.map((name) => [name, FieldValue.delete()] as const)];
  // An update names at least one field.
  if (fields.length === 0) return [new FieldPath('none'), FieldValue.delete()];
  return fields.flatMap(([name, value]) => [new FieldPath(name), value]);
}
