import { randomUUID } from 'node:crypto';
import { afterEach } from 'vitest';
import type { OnOperation } from '../../src/store/operation.ts';
import type { AgencyStore, Store } from '../../src/store/port.ts';
import { StoreError } from '../../src/store/store-error.ts';

/** Opens one more store on the same data: two of them are like two servers. */
export type OpenStore = (options?: { readonly onOperation?: OnOperation }) => Promise<Store>;

/** One store with one fresh agency, so that no test sees another's documents. */
export interface Scene {
  readonly store: Store;
  readonly agency: AgencyStore;
  readonly orgId: string;
  /** The same agency through a second store on the same data. */
  readonly second: () => Promise<AgencyStore>;
}

/** Gives scenes and closes their stores after each test. */
export function scenes(open: OpenStore): (onOperation?: OnOperation) => Promise<Scene> {
  const opened: Store[] = [];
  const openOne = async (onOperation?: OnOperation): Promise<Store> => {
    const store = await open(onOperation === undefined ? {} : { onOperation });
    opened.push(store);
    return store;
  };
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((store) => store.close()));
  });
  return async (onOperation) => {
    const store = await openOne(onOperation);
    const orgId = `org-${randomUUID()}`;
    return { store, orgId, agency: store.agency(orgId), second: async () => (await openOne()).agency(orgId) };
  };
}

/** The kind of the StoreError a promise rejects with; anything else than a StoreError is returned as text. */
export async function kindOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return 'nothing was thrown';
  } catch (error) {
    return error instanceof StoreError ? error.kind : `not a StoreError: ${String(error)}`;
  }
}

/** Waits until `condition` holds, at most ten seconds. */
export async function until(condition: () => boolean, what: string): Promise<void> {
  const last = Date.now() + 10_000;
  while (!condition()) {
    if (Date.now() > last) throw new Error(`waited ten seconds for: ${what}`);
    await new Promise((done) => setTimeout(done, 5));
  }
}
