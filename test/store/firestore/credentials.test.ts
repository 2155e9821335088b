import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openFirestoreStore } from '../../../src/store/firestore/open-firestore-store.ts';
import { firestoreForTests } from '../../firestore-for-tests.ts';

const { host, why, projectId } = await firestoreForTests();

describe.skipIf(host === undefined)(`a store on the Firestore emulator${why}`, () => {
  const asked: string[] = [];
  const metadata = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(404).end();
  });

  beforeEach(async () => {
    await new Promise<void>((listening) => metadata.listen(0, '127.0.0.1', listening));
    vi.stubEnv('GCE_METADATA_HOST', `127.0.0.1:${(metadata.address() as AddressInfo).port}`);
    vi.stubEnv('GOOGLE_APPLICATION_CREDENTIALS', '');
    vi.stubEnv('CLOUDSDK_CONFIG', '/nowhere');
    vi.stubEnv('METADATA_SERVER_DETECTION', undefined);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    metadata.close();
  });

  it('does not look for Google credentials, which takes seconds where there are none', async () => {
    const store = await openFirestoreStore({ projectId, emulatorHost: host ?? '', deadlineMs: 20_000 });
    await store.ping();
    await store.close();
    expect(asked).toEqual([]);
  });
});
