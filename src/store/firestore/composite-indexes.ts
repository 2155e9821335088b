import type { Collection } from '../port.ts';

/** One entry of `indexes` in firestore.indexes.json. */
export interface CompositeIndex {
  readonly collectionGroup: string;
  readonly queryScope: 'COLLECTION';
  readonly fields: readonly { readonly fieldPath: string; readonly order: 'ASCENDING' | 'DESCENDING' }[];
}

/**
 * The composite indexes Firestore has to have for the indexes that collections declare: those with filters and an
 * order. Filters alone, or an order alone, are served by the single-field indexes that Firestore keeps by itself.
 * https://firebase.google.com/docs/firestore/query-data/index-overview
 */
export function compositeIndexes(collections: readonly Collection<unknown>[]): readonly CompositeIndex[] {
  return collections.flatMap(({ path, indexes }) =>
    indexes.flatMap(({ equal, orderBy }) => {
      if (equal.length === 0 || orderBy === undefined) return [];
      const filters = [...equal].sort().map((fieldPath) => ({ fieldPath, order: 'ASCENDING' as const }));
      const order = orderBy.direction === 'desc' ? ('DESCENDING' as const) : ('ASCENDING' as const);
      const fields = [...filters, { fieldPath: orderBy.field, order }];
      return [{ collectionGroup: path, queryScope: 'COLLECTION' as const, fields }];
    }),
  );
}

/** One entry of `fieldOverrides`: a field that Firestore is told not to index. */
export interface UnindexedField {
  readonly collectionGroup: string;
  readonly fieldPath: string;
  readonly indexes: readonly [];
}

/**
 * The fields that would only cost: a list of 30,000 people would be 30,000 index entries, rewritten with every change.
 * https://firebase.google.com/docs/firestore/query-data/index-overview#single-field_index_exemptions
 */
export function unindexedFields(collections: readonly Collection<unknown>[]): readonly UnindexedField[] {
  return collections.flatMap(({ path, unindexed = [] }) =>
    unindexed.map((fieldPath) => ({ collectionGroup: path, fieldPath, indexes: [] as const })),
  );
}
