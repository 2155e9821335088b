import { openFirestoreStore } from '../src/store/firestore/open-firestore-store.ts';
import type { Store } from '../src/store/port.ts';
import { openSqliteStore } from '../src/store/sqlite/open-sqlite-store.ts';
import { firestoreForTests } from './firestore-for-tests.ts';

/** Name of the store, whether it is there to be tested, and how to open it; each call opens it once more, as another server does. */
export type StoreToTest = readonly [name: string, there: boolean, open: () => Promise<Store>];

/** SQLite (at `path`, a file if it is to be opened twice) and Firestore's emulator. */
export async function bothStores(path = ':memory:'): Promise<readonly StoreToTest[]> {
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

/** The same for whole servers: the environment that makes one keep its documents there. */
export type SettingsToTest = readonly [name: string, there: boolean, environment: Readonly<Record<string, string>>];

/** SQLite as whoever starts the server sets it up, and Firestore's emulator. */
export async function bothSettings(): Promise<readonly SettingsToTest[]> {
  const { host, why, projectId } = await firestoreForTests();
  const firestore = { STORE: `firestore:${projectId}`, FIRESTORE_EMULATOR_HOST: host ?? '' };
  return [
    ['SQLite', true, {}],
    [`Firestore${why}`, host !== undefined, firestore],
  ];
}
