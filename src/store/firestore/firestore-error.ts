import { StoreError, type StoreErrorKind } from '../store-error.ts';

/** What gRPC's status codes mean to callers of the store: https://grpc.io/docs/guides/status-codes/ */
const KINDS: Readonly<Record<number, readonly [StoreErrorKind, string]>> = {
  1: ['unavailable', 'the call was cancelled'],
  2: ['unavailable', 'Firestore failed without saying why'],
  3: ['invalid', 'Firestore refused the request'],
  4: ['deadline', 'no answer from Firestore in time'],
  // No call of ours names a document that has to be there; what is missing is the project or its database.
  5: ['unavailable', 'the project or its Firestore database does not exist; create the database or check STORE'],
  6: ['already-exists', 'is already there'],
  7: [
    'unavailable',
    'permission denied; give the service account the role "Cloud Datastore User" (roles/datastore.user)',
  ],
  8: ['unavailable', 'the Firestore quota is used up'],
  9: ['invalid', 'the query needs an index; deploy firestore.indexes.json'],
  10: ['conflict', 'others kept writing the same documents; nothing was written'],
  13: ['unavailable', 'Firestore failed internally'],
  14: ['unavailable', 'Firestore cannot be reached'],
  16: ['unavailable', 'Firestore does not accept the credentials; see `gcloud auth application-default login`'],
};

/** Any error of the client as the StoreError that port.ts promises; `what` names collection and id, never contents. */
export function firestoreError(error: unknown, what: string): StoreError {
  if (error instanceof StoreError) return error;
  const text = error instanceof Error ? error.message : '';
  const code = codeOf(error);
  if (code === 3 && /exceeds the maximum allowed size|longer than \d+ bytes/iu.test(text)) {
    return new StoreError('too-large', `${what}: Firestore says it is too large`, { cause: error });
  }
  // Firestore's way of saying that a transaction took too long; it was not applied.
  if (code === 3 && /transaction has expired/u.test(text)) {
    return new StoreError('conflict', `${what}: the transaction expired; nothing was written`, { cause: error });
  }
  const [kind, reason] = (code === undefined ? undefined : KINDS[code]) ?? [
    'unavailable',
    'the Firestore client failed',
  ];
  return new StoreError(kind, `${what}: ${reason}`, { cause: error });
}

function codeOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'number' ? error.code : undefined;
}
