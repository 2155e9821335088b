import type { CollectionReference, QuerySnapshot } from '@google-cloud/firestore';
import { MAX_LIMIT } from '../checked-query.ts';
import { decodeDocument } from '../document.ts';
import type { Collection, Doc, StopWatch } from '../port.ts';
import { StoreError } from '../store-error.ts';
import { firestoreError } from './firestore-error.ts';
import { countOperation, type FirestorePlace } from './firestore-place.ts';
import { resubscribe } from './resubscribe.ts';

/** Listens to one collection. The library mends lost connections by itself; what it gives up on is subscribed again. */
export function watchCollection<T>(
  place: FirestorePlace,
  collection: Collection<T>,
  reference: CollectionReference,
  onDocs: (docs: readonly Doc<T>[]) => void,
  onError: (error: Error) => void,
): StopWatch {
  place.work.assertOpen();
  const { deadlineMs } = place.calls;
  const what = `watching ${collection.path}`;
  const query = reference.orderBy(place.library.FieldPath.documentId()).limit(MAX_LIMIT);
  const onNext = (snapshot: QuerySnapshot): void => {
    try {
      const changed = snapshot.docChanges().filter((change) => change.type !== 'removed').length;
      countOperation(place, 'read', collection.path, snapshot.empty ? 1 : changed);
      onDocs(snapshot.docs.map((doc) => ({ id: doc.id, data: decodeDocument(collection, doc.id, doc.data()) })));
    } catch (error) {
      onError(firestoreError(error, what));
    }
  };
  const end = resubscribe<QuerySnapshot>({
    subscribe: (next, fail) => query.onSnapshot(next, fail),
    onNext,
    onError: (error) => onError(firestoreError(error, what)),
    silence: () => new StoreError('deadline', `${what}: nothing from Firestore in ${deadlineMs} ms; still trying`),
    firstWithinMs: deadlineMs,
    after: place.after,
  });
  const stop = (): void => {
    place.watches.delete(stop);
    end();
  };
  place.watches.add(stop);
  return stop;
}
