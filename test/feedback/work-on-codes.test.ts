import { describe, expect, it } from 'vitest';
import { findQrCode } from '../../src/feedback/qr-codes.ts';
import { makeCode, renameCode, reopenCode, stopCode } from '../../src/feedback/work-on-codes.ts';
import { audit } from '../../src/store/collections.ts';
import type { AgencyStore } from '../../src/store/port.ts';
import { memoryAgency } from '../memory-agency.ts';
import { CODE, NOW } from './given.ts';
import { deed } from './officer.ts';

const wanted = { point: 'งานทะเบียน', fiscalYear: 2570, division: 'office', madeBy: '7K3M9QXT' };

async function entries(store: AgencyStore): Promise<readonly (readonly [string, object, object])[]> {
  const { docs } = await store.query(audit);
  return docs.map(({ data }) => [data.action, data.before, data.after] as const);
}

describe('what officers do with codes', () => {
  it('is in the audit with before and after', async () => {
    const store = memoryAgency();
    await store.transaction((tx) => makeCode(tx, deed(NOW, 'a'), wanted, () => CODE));
    await store.transaction((tx) => renameCode(tx, deed(NOW, 'b'), CODE, { point: ' งานภาษี ' }));
    await store.transaction((tx) => stopCode(tx, deed(NOW, 'c'), CODE));
    await store.transaction((tx) => reopenCode(tx, deed(NOW, 'd'), CODE));
    expect(await entries(store)).toEqual([
      ['qr.create', {}, { point: 'งานทะเบียน', place: null, fiscalYear: 2570, audience: 'ประชาชน' }],
      ['qr.rename', { point: 'งานทะเบียน', place: null }, { point: 'งานภาษี', place: null }],
      ['qr.stop', { active: true }, { active: false }],
      ['qr.open', { active: false }, { active: true }],
    ]);
    expect(await findQrCode(store, CODE)).toMatchObject({ point: 'งานภาษี', formerPoints: ['งานทะเบียน'], active: true });
  });

  it('is no entry when it changes nothing', async () => {
    const store = memoryAgency();
    await store.transaction((tx) => makeCode(tx, deed(NOW), wanted, () => CODE));
    await store.transaction((tx) => renameCode(tx, deed(NOW), CODE, { point: 'งานทะเบียน' }));
    await store.transaction((tx) => reopenCode(tx, deed(NOW), CODE));
    expect(await entries(store)).toHaveLength(1);
  });

  it('makes one code of one event, whatever code is thought of the second time', async () => {
    const store = memoryAgency();
    const made = await store.transaction((tx) => makeCode(tx, deed(NOW, 'a'), wanted, () => CODE));
    const again = await store.transaction((tx) => makeCode(tx, deed(NOW, 'a'), wanted, () => '7K3M9QXT2BD'));
    expect(again).toEqual(made);
    expect(await findQrCode(store, '7K3M9QXT2BD')).toBeUndefined();
  });

  it('does not undo what somebody else did since, when an old event is delivered again', async () => {
    const store = memoryAgency();
    await store.transaction((tx) => makeCode(tx, deed(NOW), wanted, () => CODE));
    await store.transaction((tx) => stopCode(tx, deed(NOW, 'stop'), CODE));
    await store.transaction((tx) => reopenCode(tx, deed(NOW), CODE));
    await store.transaction((tx) => stopCode(tx, deed(NOW, 'stop'), CODE));
    expect(await findQrCode(store, CODE)).toMatchObject({ active: true });
  });

  it('leaves no code without its entry and no entry without its code', async () => {
    const store = memoryAgency();
    const broken = store.transaction(async (tx) => {
      await makeCode(tx, deed(NOW), wanted, () => CODE);
      throw new Error('the process ends here');
    });
    await expect(broken).rejects.toThrow('the process ends here');
    expect([await findQrCode(store, CODE), await store.count(audit)]).toEqual([undefined, 0]);
  });
});
