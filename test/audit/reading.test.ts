import { join as pathOf } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../src/audit/audit-entry.ts';
import { readAudit, type AuditQuery } from '../../src/audit/read-audit.ts';
import { recordChange } from '../../src/audit/record-change.ts';
import { cleanAudit } from '../../src/audit/retention.ts';
import { audit } from '../../src/store/collections.ts';
import type { AgencyStore, Store } from '../../src/store/port.ts';
import { bothStores } from '../both-stores.ts';
import { temporaryFolder } from '../server-process.ts';
import { NOW } from '../people/at-work.ts';

const folder = temporaryFolder();
afterAll(folder.remove);
const BY = { handle: '7K3M9QXT', role: 'admin', division: null } as const;

describe.each(await bothStores(pathOf(folder.path, 'audit.db')))('the audit, in %s', (_, there, open) => {
  let server: Store;
  let store: AgencyStore;
  beforeAll(async () => {
    if (!there) return;
    server = await open();
    await server.ping();
    store = server.agency('audit');
    for (let no = 0; no < 12; no += 1)
      await put(no, { by: no % 3 === 0 ? 'command' : BY, subject: no % 2 === 0 ? '2566-1' : '2566-2' });
  });
  afterAll(() => server?.close());

  function put(no: number, more: Partial<AuditEntry> = {}): Promise<void> {
    const entry: AuditEntry = {
      atMs: NOW.getTime() + no,
      by: BY,
      action: 'measure.note',
      subject: '2566-1',
      before: {},
      after: { no },
      ...more,
    };
    return store.transaction((tx) => recordChange(tx, `event-${no}`, entry));
  }
  const numbers = async (query: Partial<AuditQuery> = {}): Promise<unknown[]> =>
    (await readAudit(store, { limit: 100, ...query })).docs.map(({ data }) => data.after['no']);

  it.runIf(there)('is read newest first, page by page, of one person, of commands, or about one thing', async () => {
    expect(await numbers()).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
    expect(await numbers({ only: { by: 'command' } })).toEqual([9, 6, 3, 0]);
    expect(await numbers({ only: { by: '7K3M9QXT' } })).toEqual([11, 10, 8, 7, 5, 4, 2, 1]);
    expect(await numbers({ only: { subject: '2566-2' } })).toEqual([11, 9, 7, 5, 3, 1]);
    const first = await readAudit(store, { limit: 5 });
    expect(await numbers({ limit: 5, after: first.next })).toEqual([6, 5, 4, 3, 2]);
  });

  it.runIf(there)('has one entry for an event that is delivered again', async () => {
    await put(11, { subject: '2566-2' });
    expect(await store.count(audit)).toBe(12);
  });

  it.runIf(there)('is kept for two fiscal years after the one it was written in', async () => {
    // Written in 2570: kept in 2571 and 2572.
    expect(await cleanAudit(store, () => new Date('2029-09-30T16:59:59.999Z'))).toBe(0);
    await put(99, { atMs: Date.parse('2027-09-30T17:00:00.000Z') });
    expect(await cleanAudit(store, () => new Date('2029-09-30T17:00:00.000Z'))).toBe(12);
    expect(await numbers()).toEqual([99]);
  });
});
