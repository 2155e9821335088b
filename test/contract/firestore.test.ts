import { describe } from 'vitest';
import { openFirestoreStore } from '../../src/store/firestore/open-firestore-store.ts';
import { firestoreForTests } from '../firestore-for-tests.ts';
import { describeStoreContract } from './store-contract.ts';

const { host, why, projectId } = await firestoreForTests();

describe.skipIf(host === undefined)(`the Firestore store${why}`, () => {
  // Four: when two clients have read the same document, the emulator lets both wait for two seconds before one goes on
  // (https://github.com/firebase/firebase-tools/issues/6758). Within one store, transactions do not get there.
  describeStoreContract(
    (options) => openFirestoreStore({ projectId, emulatorHost: host ?? '', deadlineMs: 20_000, ...options }),
    4,
  );
});
