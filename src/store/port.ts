import type { z } from 'zod';

/**
 * The store port: a small document store, because that is what Firestore is. Two adapters (sqlite, firestore) pass the
 * same contract tests. Everything of an agency lives under `orgs/{orgId}/{collection}/{id}`.
 */
export interface Store {
  /** The part of the store that belongs to one agency. No I/O. Throws kind `invalid` if `orgId` cannot be a document id. */
  agency(orgId: string): AgencyStore;
  /** Resolves when the store answers; rejects with a StoreError of kind `unavailable` or `deadline` when it does not. */
  ping(): Promise<void>;
  /** Waits for running work, then releases files and connections. Calls after it reject with kind `unavailable`. */
  close(): Promise<void>;
}

/** A kind of document, declared once in `collections.ts`. */
export interface Collection<T> {
  /** Last path segment, e.g. `assessments`. */
  readonly path: string;
  /** Checked on every write (a bad document throws kind `invalid`) and on every read. */
  readonly schema: z.ZodType<T>;
  /**
   * Equality fields and the one order field that `query`, `count` and `average` may combine. What is not declared here is
   * refused with kind `invalid`, on every adapter, because Firestore would refuse it. The fields of a filter must be all
   * of one entry's `equal`; an order must match in field and direction; an averaged field counts as the order.
   */
  readonly indexes: readonly Index[];
  /**
   * Groups that are only ever counted: `count` may filter by all fields of one entry, `query` may not. One field of an
   * entry may end in `.*` and stands for any flag of that map, e.g. `about.*`: each key that holds `true`, which is what
   * it is then counted by. SQLite keeps these sums as documents are written, at a fraction of what an index costs.
   */
  readonly counted?: readonly (readonly string[])[];
  /** Large fields that nobody asks for: Firestore keeps an index of every field, and of every entry of a list, unless told not to. */
  readonly unindexed?: readonly string[];
  /** How long documents are kept, in words for the notice and as a rule for the code. */
  readonly retention: string;
  /** True if documents hold or point to personal data; such collections are part of privacy export and erasure. */
  readonly personal: boolean;
}

export interface Index {
  readonly equal: readonly string[];
  readonly orderBy?: { readonly field: string; readonly direction: 'asc' | 'desc' };
}

/** Scalars that can be compared for equality or ordered; the field name may be a dotted path. */
export type Scalar = string | number | boolean | null;

export interface Query {
  readonly equal?: Readonly<Record<string, Scalar>>;
  /** Default: by document id, ascending. Documents without the field are left out, as in Firestore. */
  readonly orderBy?: { readonly field: string; readonly direction: 'asc' | 'desc' };
  /** 1–1,000. Default 100. */
  readonly limit?: number;
  /** The `next` of the page before. */
  readonly after?: string;
}

export interface Doc<T> {
  readonly id: string;
  readonly data: T;
}

export interface Page<T> {
  readonly docs: readonly Doc<T>[];
  /** Present if there may be more (the page was full); hand it back as `after`. */
  readonly next?: string;
}

/**
 * Reads and writes of one agency's documents. Every method rejects with a StoreError and nothing else.
 *
 * Documents are plain JSON as Firestore can hold it: no list directly in a list, at most 20 levels, at most 1 MiB by
 * Firestore's measure (`document-size.ts`). Fields that are `undefined` are left out, and half a surrogate pair in text
 * becomes U+FFFD. Ids: `document-id.ts`.
 */
export interface AgencyStore {
  readonly orgId: string;
  get<T>(collection: Collection<T>, id: string): Promise<T | undefined>;
  /** Fails with kind `already-exists` if the id is taken. */
  create<T>(collection: Collection<T>, id: string, data: T): Promise<void>;
  /** Writes the whole document, whether or not it was there. */
  set<T>(collection: Collection<T>, id: string, data: T): Promise<void>;
  /** Succeeds also if there was nothing to delete. */
  delete<T>(collection: Collection<T>, id: string): Promise<void>;
  query<T>(collection: Collection<T>, query?: Query): Promise<Page<T>>;
  count<T>(collection: Collection<T>, equal?: Readonly<Record<string, Scalar>>): Promise<number>;
  /** Mean of a numeric field over the matching documents that have it; undefined if there are none. */
  average<T>(
    collection: Collection<T>,
    field: string,
    equal?: Readonly<Record<string, Scalar>>,
  ): Promise<number | undefined>;
  /**
   * All or nothing. `work` may run more than once when others write the same documents, so it must have no effects of
   * its own. Reads see the transaction's own writes. Throwing inside it writes nothing and rethrows.
   */
  transaction<R>(work: (tx: Transaction) => Promise<R>): Promise<R>;
  /**
   * Calls `onDocs` with all matching documents (at most 1,000, by id) now and after every change, also changes by other processes.
   * `onError` is told when the watch is broken; the adapter goes on trying until `stop` is called. Throws kind
   * `unavailable` if the store is closed.
   */
  watch<T>(
    collection: Collection<T>,
    onDocs: (docs: readonly Doc<T>[]) => void,
    onError: (error: Error) => void,
  ): StopWatch;
}

export type StopWatch = () => void;

export interface Transaction {
  get<T>(collection: Collection<T>, id: string): Promise<T | undefined>;
  create<T>(collection: Collection<T>, id: string, data: T): Promise<void>;
  set<T>(collection: Collection<T>, id: string, data: T): Promise<void>;
  /** Reads, changes and writes; fails with kind `not-found` if the document is not there. */
  update<T>(collection: Collection<T>, id: string, change: (data: T) => T): Promise<void>;
  delete<T>(collection: Collection<T>, id: string): Promise<void>;
}
