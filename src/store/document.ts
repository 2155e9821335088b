import { documentName } from './document-name.ts';
import type { z } from 'zod';
import { checkDocumentId } from './document-id.ts';
import { documentSize, MAX_DOCUMENT_BYTES } from './document-size.ts';
import { NotPlainError, toPlainMap, type PlainMap } from './plain-value.ts';
import type { Collection } from './port.ts';
import { StoreError } from './store-error.ts';

/** What is written for `data`: checked against the schema, made plain, and measured.
 * @throws StoreError `invalid` or `too-large`; the message names fields and never holds values. */
export function encodeDocument<T>(collection: Collection<T>, orgId: string, id: string, data: T): PlainMap {
  checkDocumentId(collection.path, id);
  const checked = collection.schema.safeParse(data);
  if (!checked.success) throw misfit(collection, id, checked.error, 'was not written');
  const plain = plainOf(collection, id, checked.data);
  const bytes = documentSize(['orgs', orgId, collection.path, id], plain);
  if (bytes > MAX_DOCUMENT_BYTES) {
    const limit = MAX_DOCUMENT_BYTES.toLocaleString('en');
    throw new StoreError('too-large', `${documentName(collection, id)} has ${bytes} bytes; ${limit} are allowed`);
  }
  return plain;
}

/** What was read, checked against the schema: a document of an older or broken version is an error, not a surprise later.
 * @throws StoreError `invalid`. */
export function decodeDocument<T>(collection: Collection<T>, id: string, stored: unknown): T {
  const checked = collection.schema.safeParse(stored);
  if (!checked.success) throw misfit(collection, id, checked.error, 'as stored does not fit its schema');
  return checked.data;
}

function plainOf<T>(collection: Collection<T>, id: string, data: T): PlainMap {
  try {
    return toPlainMap(data);
  } catch (error) {
    if (error instanceof NotPlainError) {
      throw new StoreError('invalid', `${documentName(collection, id)} was not written: ${error.message}`);
    }
    throw error;
  }
}

function misfit<T>(collection: Collection<T>, id: string, error: z.ZodError, what: string): StoreError {
  const where = error.issues
    .slice(0, 5)
    .map((issue) => `${issue.path.map(String).join('.') || 'document'} (${issue.code})`);
  return new StoreError('invalid', `${documentName(collection, id)} ${what}: ${where.join(', ')}`);
}
