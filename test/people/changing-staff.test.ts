import { join as pathOf } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { actingStaff, NotAllowedError } from '../../src/people/acting-staff.ts';
import type { ChangeBy } from '../../src/people/change-by.ts';
import { changeStaff, type StaffChange, type StaffChanged } from '../../src/people/change-staff.ts';
import { findStaff } from '../../src/people/find-staff.ts';
import { readAdmins } from '../../src/people/last-admin.ts';
import { audit, staff } from '../../src/store/collections.ts';
import type { AgencyStore } from '../../src/store/port.ts';
import { bothStores } from '../both-stores.ts';
import { temporaryFolder } from '../server-process.ts';
import { change, employ, NOW, userId } from './at-work.ts';
import { withTwoServers } from './two-servers.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

describe.each(await bothStores(pathOf(folder.path, 'roles.db')))('roles, in %s', (_, there, open) => {
  let a: AgencyStore;
  let b: AgencyStore;
  withTwoServers(there, open, (one, other) => {
    [a, b] = [one, other];
  });

  async function make(store: AgencyStore, no: number, to: StaffChange, by: ChangeBy = change()): Promise<StaffChanged> {
    const admins = await readAdmins(store);
    return store.transaction((tx) => changeStaff(tx, userId(no), to, 'command', admins, by));
  }

  it.runIf(there)('change role and division apart, each written down with what was before', async () => {
    const { handle } = await employ(a, 1, { division: 'finance' });
    expect(await make(a, 1, { role: 'manager' })).toMatchObject({ member: { role: 'manager', division: 'finance' } });
    expect(await make(a, 1, { division: null })).toMatchObject({ member: { role: 'manager', division: null } });
    const { docs } = await a.query(audit, {
      equal: { subject: handle },
      orderBy: { field: 'atMs', direction: 'desc' },
    });
    const values = docs.map(({ data: { before, after } }) => [before['role'], after['role'], after['division']]);
    expect(values).toEqual(
      expect.arrayContaining([
        ['เจ้าหน้าที่', 'ผู้บริหาร', 'finance'],
        ['ผู้บริหาร', 'ผู้บริหาร', 'ทั้งหน่วยงาน'],
      ]),
    );
  });

  it.runIf(there)('write nothing when nothing changes', async () => {
    await employ(a, 1);
    expect(await make(a, 1, { role: 'staff' })).toMatchObject({ kind: 'same' });
    expect(await make(a, 2, { role: 'staff' })).toEqual({ kind: 'unknown' });
    expect(await a.count(audit)).toBe(0);
  });

  it.runIf(there)('have one effect for an event that is delivered again after somebody changed them back', async () => {
    await employ(a, 1);
    const event = change();
    await make(a, 1, { role: 'manager' }, event);
    await make(b, 1, { role: 'staff' });
    expect(await make(b, 1, { role: 'manager' }, event)).toMatchObject({ kind: 'changed', member: { role: 'staff' } });
    expect((await a.get(staff, userId(1)))?.role).toBe('staff');
    expect(await a.count(audit)).toBe(2);
  });

  it.runIf(there)('once withdrawn count no more, on any server, in the next thing that is written', async () => {
    const { handle } = await employ(a, 1);
    await make(a, 1, 'withdrawn');
    await expect(b.transaction((tx) => actingStaff(tx, userId(1), 'staff'))).rejects.toThrow(NotAllowedError);
    expect(await findStaff(b, handle)).toMatchObject({ data: { role: 'citizen', withdrawnAt: NOW.toISOString() } });
    expect(await make(a, 1, { role: 'admin' })).toEqual({ kind: 'unknown' });
  });

  it.runIf(there)('never leave the agency without an admin', async () => {
    await employ(a, 1, { role: 'admin' });
    await employ(a, 2, { role: 'manager' });
    for (const to of ['withdrawn', { role: 'manager' }, { role: 'staff' }] as const)
      expect(await make(a, 1, to)).toMatchObject({ kind: 'last-admin' });
    expect(await make(a, 1, { division: 'finance' })).toMatchObject({ kind: 'changed' });
    await make(a, 2, { role: 'admin' });
    expect(await make(a, 1, 'withdrawn')).toMatchObject({ kind: 'changed' });
  });

  it.runIf(there)('leave one admin when all withdraw each other at the same moment on two servers', async () => {
    for (const no of [1, 2, 3, 4]) await employ(a, no, { role: 'admin' });
    const all = await Promise.all([1, 2, 3, 4].map((no) => make(no % 2 ? a : b, no, 'withdrawn')));
    expect(all.filter(({ kind }) => kind === 'changed')).toHaveLength(3);
    expect(await readAdmins(a)).toHaveLength(1);
  });
});
