import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFirestoreStore } from '../../../src/store/firestore/open-firestore-store.ts';
import type { Operation } from '../../../src/store/operation.ts';
import type { AgencyStore, Store, Transaction } from '../../../src/store/port.ts';
import { counters, notes } from '../../contract/notes.ts';
import { kindOf } from '../../contract/under-test.ts';
import { firestoreForTests } from '../../firestore-for-tests.ts';

const { host, why, projectId } = await firestoreForTests();

/** What is being done when the server dies, and what the next server does. */
const WORKS: readonly (readonly [string, (tx: Transaction) => Promise<void>])[] = [
  ['makes', (tx) => tx.create(counters, 'new', { n: 1 })],
  ['changes', (tx) => tx.update(counters, 'old', ({ n }) => ({ n: n + 1 }))],
  ['makes or changes', async (tx) => tx.set(counters, 'any', { n: ((await tx.get(counters, 'any'))?.n ?? 0) + 1 })],
  [
    'unless another is there makes',
    async (tx) => {
      if (!(await tx.get(counters, 'back'))) await tx.create(counters, 'first', { n: 1 });
    },
  ],
  [
    'deletes after a look',
    async (tx) => {
      if (await tx.get(counters, 'gone')) await tx.delete(counters, 'gone');
    },
  ],
];

describe.skipIf(host === undefined)(`a transaction in Firestore${why}`, () => {
  let dying: Store;
  let next: Store;
  let agency: AgencyStore;
  beforeAll(async () => {
    dying = await openFirestoreStore({ projectId, emulatorHost: host ?? '', deadlineMs: 20_000 });
    // Far shorter than locks live: https://firebase.google.com/docs/firestore/quotas says 60 s.
    next = await openFirestoreStore({ projectId, emulatorHost: host ?? '', deadlineMs: 10_000 });
    agency = next.agency('org');
    await next.ping();
    for (const id of ['old', 'gone']) await agency.create(counters, id, { n: 1 });
  });
  afterAll(async () => {
    await Promise.all([dying.close(), next.close()]);
  });

  it.each(WORKS)(
    'of a server that dies in the middle of it keeps nobody waiting: the next %s the same document',
    async (_name, work) => {
      const reached = Promise.withResolvers<void>();
      const dead = Promise.withResolvers<void>();
      // It has read and is about to commit, but that moment never comes.
      const broken = dying.agency('org').transaction(async (tx) => {
        await work(tx);
        reached.resolve();
        await dead.promise;
      });
      await reached.promise;
      const outcome = await kindOf(agency.transaction(work));
      dead.reject(new Error('so that the test can end'));
      await broken.catch(() => undefined);
      expect(outcome).toBe('nothing was thrown');
    },
  );

  it('that only has to be sure that a document is missing costs one delete more', async () => {
    const told: Operation[] = [];
    const store = await openFirestoreStore({
      projectId,
      emulatorHost: host ?? '',
      deadlineMs: 10_000,
      onOperation: (operation) => void told.push(operation),
    });
    await store.agency('costs').transaction(async (tx) => {
      if (!(await tx.get(notes, 'missing'))) await tx.set(counters, 'c', { n: 1 });
    });
    await store.close();
    expect(told).toEqual([
      { kind: 'read', collection: 'notes', count: 1 },
      { kind: 'write', collection: 'counters', count: 1 },
      { kind: 'delete', collection: 'notes', count: 1 },
    ]);
  });
});
