/**
 * - `already-exists`, `not-found`: about one document.
 * - `invalid`: the document does not fit its schema, or the id or field name is not allowed.
 * - `too-large`: over 1 MiB (Firestore's limit, kept by both adapters).
 * - `conflict`: others kept writing the same documents; nothing was written, trying again is safe.
 * - `deadline`: no answer in time; a write may or may not have happened.
 * - `unavailable`: the store cannot be reached or is closed; nothing is known to have been written.
 */
export type StoreErrorKind =
  'already-exists' | 'not-found' | 'invalid' | 'too-large' | 'conflict' | 'deadline' | 'unavailable';

/** The only error a store throws. Its message names the document (see `documentName`), never its contents. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly kind: StoreErrorKind;

  constructor(kind: StoreErrorKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

/** True for an error after which the next call would fail as well: the store cannot be reached, or does not answer. */
export function isStoreAway(error: unknown): boolean {
  return error instanceof StoreError && (error.kind === 'unavailable' || error.kind === 'deadline');
}
