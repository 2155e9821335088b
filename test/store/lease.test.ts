import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { leases } from '../../src/store/collections.ts';
import { takeLease, type Lease } from '../../src/store/lease.ts';
import type { AgencyStore, Store } from '../../src/store/port.ts';
import { bothStores } from '../both-stores.ts';

const START = Date.UTC(2026, 10, 15, 3);
const SECOND = 1_000;

describe.each(await bothStores())('a lease in %s', (_, there, open) => {
  let store: Store;
  let agency: AgencyStore;
  let now = START;
  const clock = (): Date => new Date(now);
  beforeAll(async () => {
    if (there) store = await open();
  });
  afterAll(() => store?.close());
  beforeEach(() => {
    now = START;
    if (there) agency = store.agency(randomUUID());
  });

  const take = (holder: string): ReturnType<typeof takeLease> => takeLease(agency, 'work', { holder, clock });
  const taken = async (holder: string): Promise<Lease> => {
    const lease = await take(holder);
    if ('busyUntilMs' in lease) throw new Error('busy');
    return lease;
  };

  it.runIf(there)('is had by one, and then by the other', async () => {
    const first = await taken('first');
    expect(await take('second')).toEqual({ busyUntilMs: START + 90 * SECOND });
    await first.release();
    expect((await agency.query(leases)).docs).toEqual([]);
    await taken('second');
  });

  it.runIf(there)('is had by one of many who want it at once', async () => {
    const results = await Promise.all(Array.from({ length: 8 }, (_, no) => take(`server ${no}`)));
    expect(results.filter((one) => !('busyUntilMs' in one))).toHaveLength(1);
  });

  it.runIf(there)('holds for another minute whenever it is kept', async () => {
    const first = await taken('first');
    for (let passed = 0; passed < 300; passed += 25) {
      now += 25 * SECOND;
      await first.keep();
      expect((await take('second')) as object).toHaveProperty('busyUntilMs');
    }
    now += 59 * SECOND;
    expect((await take('second')) as object).toHaveProperty('busyUntilMs');
  });

  it.runIf(there)(
    'passes to another when its holder is gone, and then its holder knows and takes nothing away',
    async () => {
      const first = await taken('first');
      now += 90 * SECOND;
      await taken('second');
      await expect(first.keep()).rejects.toMatchObject({ name: 'LeaseLostError' });
      await first.release();
      expect((await agency.query(leases)).docs).toMatchObject([{ data: { holder: 'second' } }]);
    },
  );

  it.runIf(there)('stays with its holder who was away for long, if nobody else came', async () => {
    const first = await taken('first');
    now += 600 * SECOND;
    await first.keep();
    expect((await take('second')) as object).toHaveProperty('busyUntilMs');
  });
});
