import { documentName } from './document-name.ts';
import type { CheckedQuery } from './checked-query.ts';
import { writeCursor } from './cursor.ts';
import { decodeDocument } from './document.ts';
import type { Collection, Doc, Page, Scalar } from './port.ts';
import { StoreError } from './store-error.ts';

interface Stored {
  readonly id: string;
  readonly stored: unknown;
}

/** One page of stored documents; a full page carries the cursor of its last document. */
export function pageOf<T>(collection: Collection<T>, query: CheckedQuery, found: readonly Stored[]): Page<T> {
  const docs: Doc<T>[] = found.map(({ id, stored }) => ({ id, data: decodeDocument(collection, id, stored) }));
  const last = found.at(-1);
  if (last === undefined || found.length < query.limit) return { docs };
  const value = query.orderBy === undefined ? null : scalarAt(collection, last, query.orderBy.field);
  return { docs, next: writeCursor(query.orderBy, { id: last.id, value }) };
}

function scalarAt<T>(collection: Collection<T>, { id, stored }: Stored, field: string): Scalar {
  let value: unknown = stored;
  for (const part of field.split('.')) value = (value as Record<string, unknown> | undefined)?.[part];
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  throw new StoreError(
    'invalid',
    `${documentName(collection, id)}: ${field} is a list or an object and cannot order pages`,
  );
}
