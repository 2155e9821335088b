import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFirestoreStore } from '../../../src/store/firestore/open-firestore-store.ts';
import type { AgencyStore, Store } from '../../../src/store/port.ts';
import { counters } from '../../contract/notes.ts';
import { kindOf, until } from '../../contract/under-test.ts';
import { firestoreForTests } from '../../firestore-for-tests.ts';

const { host, why, projectId } = await firestoreForTests();

/** Passes bytes to the emulator and back; while `deaf`, requests still arrive there but every answer ends the connection. */
interface Proxy {
  readonly host: string;
  deaf: boolean;
  /** Connections ended so far because an answer was due. */
  lost: number;
  readonly close: () => void;
}

async function startProxy(target: string): Promise<Proxy> {
  const [address = '', port = ''] = target.split(':');
  const sockets = new Set<Socket>();
  const server: Server = createServer((client) => {
    const upstream = connect(Number(port), address);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
    }
    client.on('data', (chunk) => void upstream.write(chunk));
    upstream.on('data', (chunk) => {
      // Protocol chatter (settings, window updates, pings: all under 60 bytes) is not yet the answer to a commit.
      if (proxy.deaf && chunk.length >= 60) {
        proxy.lost += 1;
        client.destroy();
      } else {
        client.write(chunk);
      }
    });
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const proxy: Proxy = {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    deaf: false,
    lost: 0,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
  return proxy;
}

describe.skipIf(host === undefined)(`when the answer to a write is lost on its way${why}`, () => {
  let proxy: Proxy;
  let store: Store;
  let direct: Store;
  let agency: AgencyStore;
  let truth: AgencyStore;
  let orgs = 0;

  beforeEach(async () => {
    proxy = await startProxy(host ?? '');
    const options = { projectId, deadlineMs: 15_000 };
    store = await openFirestoreStore({ ...options, emulatorHost: proxy.host });
    direct = await openFirestoreStore({ ...options, emulatorHost: host ?? '' });
    orgs += 1;
    agency = store.agency(`org-${orgs}`);
    truth = direct.agency(`org-${orgs}`);
    await store.ping();
    await direct.ping();
  });

  afterEach(async () => {
    proxy.close();
    await Promise.all([store.close(), direct.close()]);
  });

  afterAll(() => proxy.close());

  it('a create does not report its own document as already there', async () => {
    proxy.deaf = true;
    expect(await kindOf(agency.create(counters, 'c', { n: 1 }))).toBe('unavailable');
    expect(await truth.get(counters, 'c')).toEqual({ n: 1 });
  });

  it('an increment is not made a second time', async () => {
    await truth.create(counters, 'c', { n: 1 });
    const increment = agency.transaction((tx) =>
      tx.update(counters, 'c', ({ n }) => {
        proxy.deaf = true;
        return { n: n + 1 };
      }),
    );
    expect(await kindOf(increment)).toBe('unavailable');
    expect(await truth.get(counters, 'c')).toEqual({ n: 2 });
  });

  it('a set does not overwrite what others wrote since', async () => {
    proxy.deaf = true;
    expect(await kindOf(agency.set(counters, 'c', { n: 1 }))).toBe('unavailable');
    proxy.deaf = false;
    await truth.set(counters, 'c', { n: 7 });
    // The connection is mended and anything that was going to be repeated has had its chance.
    await store.ping();
    expect(await agency.get(counters, 'c')).toEqual({ n: 7 });
  });

  it('a read is simply asked again', async () => {
    await truth.create(counters, 'c', { n: 1 });
    proxy.deaf = true;
    const reading = agency.get(counters, 'c');
    await until(() => proxy.lost > 0, 'the answer to be lost');
    proxy.deaf = false;
    expect(await reading).toEqual({ n: 1 });
  });
});
