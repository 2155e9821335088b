import { describe, expect, it } from 'vitest';
import { codeState } from '../../src/feedback/code-state.ts';
import { countScan, createQrCode, findQrCode, listQrCodes } from '../../src/feedback/qr-codes.ts';
import type { QrCode } from '../../src/feedback/qr-code.ts';
import { memoryAgency } from '../memory-agency.ts';
import { renameCode } from '../../src/feedback/work-on-codes.ts';
import { CODE, NOW } from './given.ts';
import { deed, stopNow } from './officer.ts';

const tools = { clock: (): Date => NOW, newCode: (): string => CODE };

describe('codes at service points', () => {
  it('are made, scanned, renamed and stopped', async () => {
    const store = memoryAgency();
    expect(await createQrCode(store, { point: ' งานทะเบียน ', place: '', fiscalYear: 2570 }, tools)).toBe(CODE);
    expect(await findQrCode(store, CODE)).toMatchObject({ point: 'งานทะเบียน', place: null, indicators: [6, 7, 8] });
    await countScan(store, CODE);
    await store.transaction((tx) => renameCode(tx, deed(NOW), CODE, { place: 'ชั้น 1' }));
    await stopNow(store, CODE);
    expect(await findQrCode(store, CODE)).toMatchObject({ point: 'งานทะเบียน', place: 'ชั้น 1', scans: 1, active: false });
  });

  it('ask staff about the indicators of the internal survey', async () => {
    const store = memoryAgency();
    await createQrCode(store, { point: 'กองคลัง', fiscalYear: 2570, audience: 'staff' }, tools);
    expect((await findQrCode(store, CODE))?.indicators).toEqual([1, 2, 3, 4, 5]);
  });

  it('are listed by point, of one round or of all', async () => {
    const store = memoryAgency();
    for (const [code, point, fiscalYear] of [
      ['00000000001', 'งานทะเบียน', 2570],
      ['00000000002', 'กองช่าง', 2570],
      ['00000000003', 'กองคลัง', 2569],
    ] as const) {
      await createQrCode(store, { point, fiscalYear }, { ...tools, newCode: () => code });
    }
    expect((await listQrCodes(store, 2570)).map(({ data }) => data.point)).toEqual(['กองช่าง', 'งานทะเบียน']);
    expect(await listQrCodes(store)).toHaveLength(3);
  });

  it('that are not there can be neither renamed nor stopped nor scanned', async () => {
    const store = memoryAgency();
    const renamed = await store.transaction((tx) => renameCode(tx, deed(NOW), CODE, { point: 'ก' }));
    expect([renamed, await stopNow(store, CODE)]).toEqual([undefined, undefined]);
    await countScan(store, CODE);
    expect(await findQrCode(store, CODE)).toBeUndefined();
  });
});

describe('the state of a code', () => {
  const qr: QrCode = {
    point: 'ก',
    place: null,
    fiscalYear: 2570,
    audience: 'citizen',
    indicators: [6],
    opensAt: '2026-11-22T03:00:00.000Z',
    endsAt: '2026-11-22T04:00:00.000Z',
    active: true,
    createdAt: '2026-11-01T00:00:00.000Z',
    scans: 0,
  };
  it.each([
    ['unknown', undefined, '2026-11-22T03:30:00.000Z'],
    ['stopped', { ...qr, active: false }, '2026-11-22T03:30:00.000Z'],
    ['not-yet', qr, '2026-11-22T02:59:59.999Z'],
    ['open', qr, '2026-11-22T03:00:00.000Z'],
    ['open', qr, '2026-11-22T04:00:00.000Z'],
    ['over', qr, '2026-11-22T04:00:00.001Z'],
    ['open', { ...qr, opensAt: null, endsAt: null }, '2030-01-01T00:00:00.000Z'],
  ] as const)('is %s', (state, code, now) => expect(codeState(code, new Date(now))).toBe(state));
});
