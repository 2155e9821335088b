import { documentName } from '../document-name.ts';
import type { CollectionReference, FieldPath, Query as ClientQuery } from '@google-cloud/firestore';
import { checkAverage, checkCount, checkQuery, type CheckedQuery, type Equal } from '../checked-query.ts';
import { decodeDocument, encodeDocument } from '../document.ts';
import { checkDocumentId } from '../document-id.ts';
import { aggregationReads } from '../operation.ts';
import { pageOf } from '../page.ts';
import type { AgencyStore, Collection, Doc, Page, Query, Scalar, StopWatch, Transaction } from '../port.ts';
import { callFirestore, countOperation, type FirestorePlace } from './firestore-place.ts';
import { commitOne, type SingleWrite } from './commit-one.ts';
import { runTransaction } from './firestore-transaction.ts';
import { watchCollection } from './firestore-watch.ts';

/** One agency's documents in Firestore, under `orgs/{orgId}`. */
export class FirestoreAgency implements AgencyStore {
  readonly orgId: string;
  readonly #place: FirestorePlace;

  constructor(orgId: string, place: FirestorePlace) {
    this.orgId = orgId;
    this.#place = place;
  }

  get<T>(collection: Collection<T>, id: string): Promise<T | undefined> {
    return callFirestore(this.#place, `reading ${documentName(collection, id)}`, async () => {
      checkDocumentId(collection.path, id);
      const stored = (await this.#documents(collection).doc(id).get()).data();
      countOperation(this.#place, 'read', collection.path, 1);
      return stored === undefined ? undefined : decodeDocument(collection, id, stored);
    });
  }

  create<T>(collection: Collection<T>, id: string, data: T): Promise<void> {
    return this.#commit(collection, id, `creating ${documentName(collection, id)}`, () => {
      const plain = encodeDocument(collection, this.orgId, id, data);
      return (tx, reference) => tx.create(reference, plain);
    });
  }

  set<T>(collection: Collection<T>, id: string, data: T): Promise<void> {
    return this.#commit(collection, id, `writing ${documentName(collection, id)}`, () => {
      const plain = encodeDocument(collection, this.orgId, id, data);
      return (tx, reference) => tx.set(reference, plain);
    });
  }

  delete<T>(collection: Collection<T>, id: string): Promise<void> {
    return this.#commit(collection, id, `deleting ${documentName(collection, id)}`, () => {
      checkDocumentId(collection.path, id);
      return (tx, reference) => tx.delete(reference);
    });
  }

  query<T>(collection: Collection<T>, query: Query = {}): Promise<Page<T>> {
    return callFirestore(this.#place, `querying ${collection.path}`, async () => {
      const checked = checkQuery(collection, query);
      const { docs } = await this.#ordered(collection, checked).limit(checked.limit).get();
      countOperation(this.#place, 'read', collection.path, Math.max(1, docs.length));
      return pageOf(
        collection,
        checked,
        docs.map((doc) => ({ id: doc.id, stored: doc.data() })),
      );
    });
  }

  count<T>(collection: Collection<T>, equal: Readonly<Record<string, Scalar>> = {}): Promise<number> {
    return callFirestore(this.#place, `counting ${collection.path}`, async () => {
      const query = this.#filtered(collection, checkCount(collection, equal));
      const matched = (await query.count().get()).data().count;
      countOperation(this.#place, 'read', collection.path, aggregationReads(matched));
      return matched;
    });
  }

  average<T>(
    collection: Collection<T>,
    field: string,
    equal: Readonly<Record<string, Scalar>> = {},
  ): Promise<number | undefined> {
    return callFirestore(this.#place, `averaging ${collection.path}`, async () => {
      const query = this.#filtered(collection, checkAverage(collection, field, equal));
      const { AggregateField } = this.#place.library;
      const wanted = { matched: AggregateField.count(), mean: AggregateField.average(this.#field(field)) };
      const { matched, mean } = (await query.aggregate(wanted).get()).data();
      countOperation(this.#place, 'read', collection.path, aggregationReads(matched));
      return mean ?? undefined;
    });
  }

  transaction<R>(work: (tx: Transaction) => Promise<R>): Promise<R> {
    return runTransaction(this.#place, this.orgId, (collection) => this.#documents(collection), work);
  }

  watch<T>(
    collection: Collection<T>,
    onDocs: (docs: readonly Doc<T>[]) => void,
    onError: (error: Error) => void,
  ): StopWatch {
    return watchCollection(this.#place, collection, this.#documents(collection), onDocs, onError);
  }

  #commit<T>(collection: Collection<T>, id: string, what: string, prepare: () => SingleWrite): Promise<void> {
    const kind = what.startsWith('deleting') ? 'delete' : 'write';
    return callFirestore(this.#place, what, async (deadline) => {
      const write = prepare();
      await commitOne(this.#place, deadline, what, this.#documents(collection).doc(id), write);
      countOperation(this.#place, kind, collection.path, 1);
    });
  }

  #documents(collection: Collection<unknown>): CollectionReference {
    return this.#place.client.collection('orgs').doc(this.orgId).collection(collection.path);
  }

  #filtered<T>(collection: Collection<T>, equal: Equal): ClientQuery {
    let query: ClientQuery = this.#documents(collection);
    for (const [field, value] of equal) query = query.where(this.#field(field), '==', value);
    return query;
  }

  #ordered<T>(collection: Collection<T>, { equal, orderBy, after }: CheckedQuery): ClientQuery {
    const filtered = this.#filtered(collection, equal);
    const byId = this.#place.library.FieldPath.documentId();
    if (orderBy === undefined) {
      const query = filtered.orderBy(byId);
      return after === undefined ? query : query.startAfter(after.id);
    }
    const { field, direction } = orderBy;
    const query = filtered.orderBy(this.#field(field), direction).orderBy(byId, direction);
    return after === undefined ? query : query.startAfter(after.value, after.id);
  }

  #field(field: string): FieldPath {
    return new this.#place.library.FieldPath(...field.split('.'));
  }
}
