import { openFirestoreStore } from '../src/store/firestore/open-firestore-store.ts';
import type { Store } from '../src/store/port.ts';
import { openSqliteStore } from '../src/store/sqlite/open-sqlite-store.ts';
import { firestoreForTests } from './firestore-for-tests.ts';

/** Name of the store, whether it is there to be tested, and how to open it; each call opens it once more, as another server does. */
export type StoreToTest = readonly [name: string, there: boolean, open: () => Promise<Store>];

/** SQLite (a file in `folder`, so that it can be opened twice) and Firestore's emulator. */
export async function bothStores(path: string): Promise<readonly StoreToTest[]> {
  const { host, why, projectId } = await firestoreForTests();
  return [
    ['SQLite', true, async () => openSqliteStore({ path })],
    [
      `Firestore${why}`,
      host !== undefined,
      () => openFirestoreStore({ projectId, emulatorHost: host ?? '', deadlineMs: 20_000 }),
    ],
  ];
}
