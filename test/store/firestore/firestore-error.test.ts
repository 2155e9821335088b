import { describe, expect, it } from 'vitest';
import { firestoreError } from '../../../src/store/firestore/firestore-error.ts';
import { StoreError, type StoreErrorKind } from '../../../src/store/store-error.ts';

const cases: readonly (readonly [number | undefined, string, StoreErrorKind, RegExp])[] = [
  [1, 'cancelled', 'unavailable', /cancelled/u],
  [2, '', 'unavailable', /failed/u],
  [3, 'bad', 'invalid', /refused/u],
  [
    3,
    'Document x cannot be written because its size (1,048,577 bytes) exceeds the maximum allowed size',
    'too-large',
    /too large/u,
  ],
  [3, 'The referenced transaction has expired or is no longer valid', 'conflict', /expired/u],
  [4, 'late', 'deadline', /in time/u],
  [5, 'The database (default) does not exist', 'unavailable', /create the database/u],
  [6, 'there', 'already-exists', /already there/u],
  [7, 'no', 'unavailable', /roles\/datastore\.user/u],
  [8, 'quota', 'unavailable', /quota/u],
  [9, 'The query requires an index', 'invalid', /firestore\.indexes\.json/u],
  [10, 'contention', 'conflict', /nothing was written/u],
  [13, 'internal', 'unavailable', /internally/u],
  [14, 'connect ECONNREFUSED', 'unavailable', /reached/u],
  [16, 'who', 'unavailable', /credentials/u],
  [99, 'new', 'unavailable', /client failed/u],
  [undefined, 'Could not load the default credentials', 'unavailable', /client failed/u],
];

describe('errors of the Firestore client', () => {
  it.each(cases)('status %s (%s) is kind %s', (code, message, kind, said) => {
    const cause = Object.assign(new Error(`${message} secret`), code === undefined ? {} : { code });
    const error = firestoreError(cause, 'reading notes/a');
    expect(error).toBeInstanceOf(StoreError);
    expect(error).toMatchObject({ kind, cause });
    expect(error.message).toMatch(said);
    expect(error.message).toContain('notes/a');
    expect(error.message).not.toContain('secret');
  });

  it('a StoreError stays what it is', () => {
    const error = new StoreError('not-found', 'x');
    expect(firestoreError(error, 'y')).toBe(error);
  });
});
