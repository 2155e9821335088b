import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { AgencyStore, Store } from '../../src/store/port.ts';
import type { StoreToTest } from '../both-stores.ts';

/** Two servers on one store for the tests around; before each, hands over what both know of an agency of its own. */
export function withTwoServers(
  there: boolean,
  open: StoreToTest[2],
  onAgency: (one: AgencyStore, other: AgencyStore) => void,
): void {
  const servers: Store[] = [];
  beforeAll(async () => {
    if (there) servers.push(await open(), await open());
    // The first call to Firestore loads the client's protocol files.
    await Promise.all(servers.map((store) => store.ping()));
  });
  beforeEach(() => {
    const orgId = `org-${randomUUID().slice(0, 8)}`;
    const [one, other] = servers.map((store) => store.agency(orgId));
    if (one && other) onAgency(one, other);
  });
  afterAll(() => Promise.all(servers.map((store) => store.close())));
}
