import type { FieldPath, FieldValue, Firestore, AggregateField } from '@google-cloud/firestore';
import type { After } from '../after.ts';
import type { OnOperation, Operation } from '../operation.ts';
import type { RunningWork } from '../running-work.ts';
import type { Deadline, TimedCalls } from './timed-calls.ts';
import type { DocumentLocks } from './document-locks.ts';
import { firestoreError } from './firestore-error.ts';

/** The parts of the lazily loaded library that are needed as values. */
export interface FirestoreLibrary {
  readonly FieldPath: typeof FieldPath;
  readonly FieldValue: typeof FieldValue;
  readonly AggregateField: typeof AggregateField;
}

/** What all parts of one Firestore store share. */
export interface FirestorePlace {
  readonly client: Firestore;
  readonly library: FirestoreLibrary;
  readonly calls: TimedCalls;
  readonly after: After;
  readonly random: () => number;
  readonly work: RunningWork;
  readonly locks: DocumentLocks;
  /** Stops of the watches that are still going. */
  readonly watches: Set<() => void>;
  readonly onOperation: OnOperation | undefined;
}

/** Runs one call with the deadline; every error it rejects with is a StoreError. */
export function callFirestore<R>(
  place: FirestorePlace,
  what: string,
  call: (deadline: Deadline) => Promise<R>,
): Promise<R> {
  return place.work.run(async () => {
    try {
      return await place.calls.run(what, call);
    } catch (error) {
      throw firestoreError(error, what);
    }
  });
}

export function countOperation(
  place: FirestorePlace,
  kind: Operation['kind'],
  collection: string,
  count: number,
): void {
  if (count > 0) place.onOperation?.({ kind, collection, count });
}
