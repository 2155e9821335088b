import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { readProfile } from '../../src/agency/profile-record.ts';
import { NoFile } from '../../src/cli/read-input-file.ts';
import { PICTURE_KINDS } from '../../src/cli/picture-kinds.ts';
import { qrPicture, type PictureContext } from '../../src/cli/qr-picture.ts';
import { UsageError } from '../../src/cli/fiscal-year-argument.ts';
import { createQrCode } from '../../src/feedback/qr-codes.ts';
import { loadExample } from '../../src/load-example.ts';
import { memoryAgency } from '../memory-agency.ts';
import { readQr } from '../poster/read-qr.ts';
import { stopNow } from '../feedback/officer.ts';

const CODE = '7K9DM2X4TQ8';
const clock = (): Date => new Date('2026-11-22T02:00:00.000Z');
const folder = mkdtempSync(join(tmpdir(), 'prongsai-cli-qr-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function terminal(publicUrl?: string): Promise<{ context: PictureContext; said: () => string }> {
  const store = memoryAgency();
  await loadExample(store, clock);
  await createQrCode(store, { point: 'งานทะเบียน', place: 'ชั้น 1', fiscalYear: 2570 }, { clock, newCode: () => CODE });
  const texts: string[] = [];
  return {
    context: { store, clock, publicUrl, port: 8_080, print: (text) => texts.push(text) },
    said: () => texts.join('\n'),
  };
}

describe('prongsai qr svg, png, poster', () => {
  it.each(PICTURE_KINDS)('writes a %s that is read as the page of the code', async (kind) => {
    const { context, said } = await terminal('https://bangkhrok.go.th');
    const path = join(folder, `picture-${kind}`);
    expect(await qrPicture(context, kind, '7k9d-m2x4-tq8', path)).toBe(0);
    expect(await readQr(readFileSync(path))).toBe(`https://bangkhrok.go.th/q/${CODE}`);
    expect((await sharp(path).metadata()).format).toBe(kind === 'svg' ? 'svg' : 'png');
    expect(said()).toContain('งานทะเบียน ชั้น 1');
    expect(said()).not.toContain('PUBLIC_URL');
  });

  it('says that a picture without PUBLIC_URL works on this machine only', async () => {
    const { context, said } = await terminal();
    const path = join(folder, 'local.png');
    await qrPicture(context, 'png', CODE, path);
    expect(await readQr(readFileSync(path))).toBe(`http://127.0.0.1:8080/q/${CODE}`);
    expect(said()).toContain('PUBLIC_URL');
  });

  it('says that a code has been stopped', async () => {
    const { context, said } = await terminal('https://bangkhrok.go.th');
    await stopNow(context.store, CODE);
    expect(await qrPicture(context, 'svg', CODE, join(folder, 'stopped.svg'))).toBe(0);
    expect(said()).toContain('หยุดใช้แล้ว');
  });

  it('refuses what cannot be a code, and says that a code is not there', async () => {
    const { context, said } = await terminal();
    await expect(qrPicture(context, 'svg', 'ABC', join(folder, 'no.svg'))).rejects.toThrow(UsageError);
    expect(await qrPicture(context, 'svg', '00000000000', join(folder, 'no.svg'))).toBe(1);
    expect(said()).toContain('0000-0000-000');
  });

  it('draws no poster without knowing the agency', async () => {
    const { context, said } = await terminal();
    const empty = memoryAgency();
    await createQrCode(empty, { point: 'ก', fiscalYear: 2570 }, { clock, newCode: () => CODE });
    expect(await readProfile(empty)).toBeUndefined();
    expect(await qrPicture({ ...context, store: empty }, 'poster', CODE, join(folder, 'no.png'))).toBe(1);
    expect(said()).toContain('agency FILE.json');
  });

  it('says which file cannot be written', async () => {
    const { context } = await terminal();
    const path = join(folder, 'missing', 'code.svg');
    await expect(qrPicture(context, 'svg', CODE, path)).rejects.toThrow(NoFile);
    await expect(qrPicture(context, 'svg', CODE, path)).rejects.toThrow(path);
  });
});
