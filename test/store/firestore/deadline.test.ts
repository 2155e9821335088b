import { createServer, type AddressInfo, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFirestoreStore } from '../../../src/store/firestore/open-firestore-store.ts';
import type { AgencyStore, Store } from '../../../src/store/port.ts';
import { counters, notes } from '../../contract/notes.ts';
import { kindOf, until } from '../../contract/under-test.ts';

const DEADLINE_MS = 400;
/** Timers of a busy machine are late. */
const GRACE_MS = 2_000;

const calls: readonly (readonly [string, (agency: AgencyStore) => Promise<unknown>])[] = [
  ['get', (a) => a.get(notes, 'a')],
  ['create', (a) => a.create(notes, 'a', { text: '' })],
  ['set', (a) => a.set(notes, 'a', { text: '' })],
  ['delete', (a) => a.delete(notes, 'a')],
  ['query', (a) => a.query(notes)],
  ['count', (a) => a.count(notes)],
  ['average', (a) => a.average(notes, 'rank')],
  ['a transaction that reads', (a) => a.transaction((tx) => tx.get(notes, 'a'))],
  ['a transaction that only writes', (a) => a.transaction((tx) => tx.set(notes, 'a', { text: '' }))],
];

interface Scene {
  readonly store: Store;
  readonly agency: AgencyStore;
  readonly end: () => Promise<void>;
}

/** A store whose Firestore takes every connection and never says a word, or, if `dead`, does not listen at all. */
async function openStore(dead: boolean): Promise<Scene> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const emulatorHost = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  if (dead) await new Promise((closed) => server.close(closed));
  const store = await openFirestoreStore({ projectId: 'demo-deadline', emulatorHost, deadlineMs: DEADLINE_MS });
  // The first call loads the library's protocol files, which is not what is measured here.
  await kindOf(store.ping());
  const end = async (): Promise<void> => {
    await store.close();
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { store, agency: store.agency('org'), end };
}

async function timed<R>(work: () => Promise<R>): Promise<{ result: R; ms: number }> {
  const began = performance.now();
  const result = await work();
  return { result, ms: performance.now() - began };
}

describe('when Firestore takes the connection and never answers', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openStore(false);
  });
  afterAll(() => scene.end());

  it.each(calls)('%s ends in time with kind deadline', async (_name, call) => {
    const { result, ms } = await timed(() => kindOf(call(scene.agency)));
    expect(result).toBe('deadline');
    expect(ms).toBeLessThan(DEADLINE_MS + GRACE_MS);
  });

  it('ping ends in time', async () => {
    const { result, ms } = await timed(() => kindOf(scene.store.ping()));
    expect(result).toBe('deadline');
    expect(ms).toBeLessThan(DEADLINE_MS + GRACE_MS);
  });

  it('a watch says so and goes on trying', async () => {
    const errors: Error[] = [];
    const stop = scene.agency.watch(
      notes,
      () => undefined,
      (error) => errors.push(error),
    );
    await until(() => errors.length > 0, 'the watch to complain');
    stop();
    expect(errors[0]).toMatchObject({ name: 'StoreError', kind: 'deadline' });
  });

  it('work inside a transaction that never ends is given up at the deadline', async () => {
    const stuck = scene.agency.transaction((tx) =>
      tx.set(counters, 'c', { n: 1 }).then(() => new Promise(() => undefined)),
    );
    expect(await kindOf(stuck)).toBe('deadline');
  });

  it('close ends in time, also with calls still under way', async () => {
    const other = await openStore(false);
    const reading = kindOf(other.agency.get(notes, 'a'));
    const { ms } = await timed(() => other.end());
    expect(await reading).toBe('deadline');
    // It waits for the call first, and then as long again for the connection.
    expect(ms).toBeLessThan(2 * DEADLINE_MS + GRACE_MS);
  });
});

describe('when nobody listens where Firestore should be', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openStore(true);
  });
  afterAll(() => scene.end());

  it.each(calls)('%s ends in time with kind unavailable or deadline', async (_name, call) => {
    const { result, ms } = await timed(() => kindOf(call(scene.agency)));
    expect(['unavailable', 'deadline']).toContain(result);
    expect(ms).toBeLessThan(DEADLINE_MS + GRACE_MS);
  });
});
