import type { Transaction as ClientTransaction } from '@google-cloud/firestore';
import type { BufferedWrite } from '../buffered-transaction.ts';
import { bufferWork, countWrites, type Job } from './buffered-work.ts';
import { firestoreError } from './firestore-error.ts';

/** One attempt in a Firestore transaction: documents it reads are locked until it ends, its writes go out together at the end. */
export async function attemptWithLocks<R>(job: Job<R>): Promise<R> {
  let thrown: { readonly error: unknown } | undefined;
  let writes: readonly BufferedWrite[] = [];
  const step = async (client: ClientTransaction): Promise<R> => {
    try {
      const done = await bufferWork(job, (reference) => client.get(reference));
      ({ writes } = done);
      for (const write of writes) put(client, job, write);
      return done.result;
    } catch (error) {
      thrown = { error };
      throw error;
    }
  };
  try {
    // One attempt: the library itself would also repeat a commit whose outcome is unknown, and so count twice.
    const result = await job.place.client.runTransaction(step, { maxAttempts: 1 });
    countWrites(job.place, writes);
    return result;
  } catch (error) {
    if (thrown !== undefined) throw thrown.error;
    throw firestoreError(error, 'committing a transaction');
  }
}

function put<R>(client: ClientTransaction, { documents }: Job<R>, write: BufferedWrite): void {
  const reference = documents(write.collection).doc(write.id);
  if (write.kind === 'create') client.create(reference, write.data);
  else if (write.kind === 'set') client.set(reference, write.data);
  else client.delete(reference);
}
