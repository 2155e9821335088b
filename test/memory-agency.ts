import { afterEach } from 'vitest';
import type { AgencyStore, Store } from '../src/store/port.ts';
import { openSqliteStore } from '../src/store/sqlite/open-sqlite-store.ts';

const open: Store[] = [];

/** An empty agency in a store that lives in memory until the test ends. */
export function memoryAgency(): AgencyStore {
  const store = openSqliteStore({ path: ':memory:' });
  open.push(store);
  return store.agency('example');
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((store) => store.close()));
});
