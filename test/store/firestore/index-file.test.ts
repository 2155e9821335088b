import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COLLECTIONS } from '../../../src/store/collections.ts';
import { compositeIndexes, unindexedFields } from '../../../src/store/firestore/composite-indexes.ts';
import { notes } from '../../contract/notes.ts';

const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

describe('firestore.indexes.json', () => {
  it('holds exactly the indexes that the declared collections need, and the fields that need none', () => {
    expect(json('firestore.indexes.json')).toEqual({
      indexes: compositeIndexes(COLLECTIONS),
      fieldOverrides: unindexedFields(COLLECTIONS),
    });
  });
});

describe('composite indexes', () => {
  it('are needed for filters together with an order, and for nothing else', () => {
    const group = { collectionGroup: 'notes', queryScope: 'COLLECTION' };
    expect(compositeIndexes([notes])).toEqual([
      {
        ...group,
        fields: [
          { fieldPath: 'colour', order: 'ASCENDING' },
          { fieldPath: 'rank', order: 'DESCENDING' },
        ],
      },
      {
        ...group,
        fields: [
          { fieldPath: 'colour', order: 'ASCENDING' },
          { fieldPath: 'shown', order: 'ASCENDING' },
          { fieldPath: 'rank', order: 'ASCENDING' },
        ],
      },
    ]);
  });
});

describe('firebase.json', () => {
  it('points at the rules and the indexes, and keeps the emulator on loopback', () => {
    const config = json('firebase.json') as {
      firestore: { rules: string; indexes: string };
      emulators: { firestore: { host: string } };
    };
    expect(existsSync(config.firestore.rules)).toBe(true);
    expect(existsSync(config.firestore.indexes)).toBe(true);
    expect(config.emulators.firestore.host).toBe('127.0.0.1');
  });
});

describe('the list of collections', () => {
  it('names every collection once', () => {
    const paths = COLLECTIONS.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
  });
});
