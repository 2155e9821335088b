import type { Collection } from './port.ts';

/**
 * A document's name for error messages, which end up in logs. Ids of personal collections are LINE user ids or codes that open
 * something, so they are left out.
 */
export function documentName(collection: Pick<Collection<unknown>, 'path' | 'personal'>, id: string): string {
  return collection.personal ? `${collection.path}/…` : `${collection.path}/${id}`;
}
