import { countedGroup } from './counted-group.ts';
import { readCursor, type Cursor } from './cursor.ts';
import type { Collection, Index, Query, Scalar } from './port.ts';
import { StoreError } from './store-error.ts';

type Order = NonNullable<Index['orderBy']>;
export type Equal = readonly (readonly [field: string, value: Scalar])[];

/** A query both adapters can run, with every default filled in. */
export interface CheckedQuery {
  readonly equal: Equal;
  readonly orderBy: Order | undefined;
  readonly limit: number;
  readonly after: Cursor | undefined;
}

const DEFAULT_LIMIT = 100;
/** Documents in one page; more would make one answer too slow. */
export const MAX_LIMIT = 1_000;
/** Bytes of UTF-8 that Firestore's indexes keep of a value; longer ones could not be told apart. Refused. */
const MAX_INDEXED_BYTES = 1_500;

/**
 * Refuses queries that no declared index serves, so that a query which works on a laptop cannot fail on Firestore,
 * where an index has to be there beforehand.
 * @throws StoreError `invalid`
 */
export function checkQuery<T>(collection: Collection<T>, query: Query): CheckedQuery {
  const equal = checkFilters(collection, query.equal ?? {});
  checkServed(collection, equal);
  const orderBy = query.orderBy;
  if (orderBy !== undefined && !collection.indexes.some((index) => serves(index, equal) && sameOrder(index, orderBy))) {
    throw undeclared(collection, equal, `in order of ${orderBy.field} ${orderBy.direction}`);
  }
  const limit = query.limit ?? DEFAULT_LIMIT;
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT) {
    throw new StoreError('invalid', `${collection.path}: the limit must be a whole number from 1 to ${MAX_LIMIT}`);
  }
  const after = query.after === undefined ? undefined : readCursor(orderBy, query.after);
  return { equal, orderBy, limit, after };
}

/** The filters of a count, in the order of their names. @throws StoreError `invalid` */
export function checkCount<T>(collection: Collection<T>, filters: Readonly<Record<string, Scalar>>): Equal {
  const equal = checkFilters(collection, filters);
  if (countedGroup(collection, equal) === undefined) checkServed(collection, equal);
  return equal;
}

/** An average without filters needs no declaration; with filters the field must be the order of a declared index. */
export function checkAverage<T>(
  collection: Collection<T>,
  field: string,
  filters: Readonly<Record<string, Scalar>>,
): Equal {
  checkFieldName(collection, field);
  const equal = checkFilters(collection, filters);
  checkServed(collection, equal);
  if (equal.length > 0 && !collection.indexes.some((index) => serves(index, equal) && index.orderBy?.field === field)) {
    throw undeclared(collection, equal, `with the average of ${field}`);
  }
  return equal;
}

function checkFilters<T>(collection: Collection<T>, filters: Readonly<Record<string, Scalar>>): Equal {
  return Object.entries(filters)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([field, value]) => [field, checkScalar(collection, field, value)] as const);
}

function checkServed<T>(collection: Collection<T>, equal: Equal): void {
  const served = equal.length === 0 || collection.indexes.some((index) => serves(index, equal));
  if (!served) throw undeclared(collection, equal, '');
}

/** Letters, digits and `_` only, dotted for nested fields: what both query languages take without quoting. */
function checkFieldName<T>(collection: Collection<T>, field: string): void {
  if (!/^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/u.test(field)) {
    throw new StoreError('invalid', `${collection.path}: "${field}" is not a field name that can be queried`);
  }
}

function serves(index: Index, equal: Equal): boolean {
  return index.equal.length === equal.length && equal.every(([field]) => index.equal.includes(field));
}

function sameOrder(index: Index, order: Order): boolean {
  return index.orderBy?.field === order.field && index.orderBy.direction === order.direction;
}

function checkScalar<T>(collection: Collection<T>, field: string, value: Scalar): Scalar {
  checkFieldName(collection, field);
  const scalar = typeof value === 'string' ? value.toWellFormed() : value;
  const fits =
    scalar === null ||
    typeof scalar === 'boolean' ||
    (typeof scalar === 'number' && Number.isFinite(scalar)) ||
    (typeof scalar === 'string' && Buffer.byteLength(scalar) <= MAX_INDEXED_BYTES);
  if (!fits)
    throw new StoreError('invalid', `${collection.path}: the value to compare ${field} with cannot be compared`);
  return scalar;
}

function undeclared<T>(collection: Collection<T>, equal: Equal, rest: string): StoreError {
  const fields = equal.map(([field]) => field).join(', ') || 'no field';
  const what = `a query by ${fields} ${rest}`.trim();
  return new StoreError(
    'invalid',
    `${collection.path}: ${what} needs an index; declare it in the collection's indexes`,
  );
}
