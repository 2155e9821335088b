import { StoreError } from './store-error.ts';

/** Firestore's limit in bytes of UTF-8: https://firebase.google.com/docs/firestore/quotas#limits. Longer ids are refused. */
const MAX_ID_BYTES = 1_500;

/**
 * Refuses ids that Firestore would refuse (empty, `.`, `..`, `/`, `__…__`, over 1,500 bytes) and ids that could not be
 * read back unchanged (lone surrogates, U+0000), in both adapters alike.
 * @param what What the id names, for the message, e.g. `feedback`.
 */
export function checkDocumentId(what: string, id: string): void {
  const problem = problemOf(id);
  if (problem !== undefined) throw new StoreError('invalid', `${what}: the id ${problem}`);
}

function problemOf(id: string): string | undefined {
  if (typeof id !== 'string') return 'is not a string';
  if (id === '') return 'is empty';
  if (id === '.' || id === '..') return `may not be "${id}"`;
  if (id.includes('/')) return 'may not contain "/"';
  if (/^__.*__$/su.test(id)) return 'may not begin and end with "__"';
  if (id.includes('\0') || !id.isWellFormed()) return 'is not valid text';
  const bytes = Buffer.byteLength(id);
  if (bytes > MAX_ID_BYTES) return `has ${bytes} bytes; ${MAX_ID_BYTES} are allowed`;
  return undefined;
}
