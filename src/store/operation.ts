/**
 * One billable touch of the store, in Firestore's units so that both adapters can be compared and costs worked out:
 * a document read or found missing is 1 read, an empty query is 1 read, a count or average is 1 read per 1,000 documents
 * looked at (at least 1), a document written or deleted is 1. https://cloud.google.com/firestore/pricing
 */
export interface Operation {
  readonly kind: 'read' | 'write' | 'delete';
  /** Path of the collection, e.g. `assessments`. */
  readonly collection: string;
  readonly count: number;
}

/** Told of every operation when it succeeded. It must not throw. */
export type OnOperation = (operation: Operation) => void;

/** What an aggregation over `matched` documents costs, in reads. */
export function aggregationReads(matched: number): number {
  return Math.max(1, Math.ceil(matched / 1_000));
}
