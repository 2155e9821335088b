import { systemClock } from '../src/clock.ts';
import { loadExample } from '../src/load-example.ts';
import type { OnOperation } from '../src/store/operation.ts';
import { openSqliteStore } from '../src/store/sqlite/open-sqlite-store.ts';

/** A SQLite file at `path` with the example agency published, for the agency id the server uses by default. */
export async function prepareStore(path: string, onOperation?: OnOperation): Promise<void> {
  const store = openSqliteStore({ path, ...(onOperation ? { onOperation } : {}) });
  await loadExample(store.agency('agency'), systemClock);
  await store.close();
}
