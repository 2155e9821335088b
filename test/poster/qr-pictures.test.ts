import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { questionUrl } from '../../src/feedback/links.ts';
import { qrModules } from '../../src/poster/qr-modules.ts';
import { qrPng } from '../../src/poster/qr-png.ts';
import { qrSvg } from '../../src/poster/qr-svg.ts';
import { readQr } from './read-qr.ts';

const CODE = fc
  .array(fc.constantFrom(...Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ')), { minLength: 11, maxLength: 11 })
  .map((letters) => letters.join(''));
const ORIGINS = [
  'https://bangkhrok.go.th',
  'http://127.0.0.1:8080',
  'https://prongsai-feedback-abcdefghij-as.a.run.app',
];
const TEXT = questionUrl('https://bangkhrok.go.th', '7K9DM2X4TQ8');

describe('a code as a picture', () => {
  it.each(ORIGINS)('any code of %s is read back from the SVG and the PNG', async (origin) => {
    await fc.assert(
      fc.asyncProperty(CODE, fc.integer({ min: 130, max: 700 }), async (code, pixels) => {
        const url = questionUrl(origin, code);
        expect(await readQr(await qrPng(url, pixels))).toBe(url);
        const small = await sharp(Buffer.from(qrSvg(url)))
          .resize(pixels)
          .png()
          .toBuffer();
        expect(await readQr(small)).toBe(url);
      }),
      { numRuns: 15 },
    );
  });

  it('is read where it was rotated, blurred and dimmed like a photo', async () => {
    const photo = await sharp(await qrPng(TEXT, 500))
      .rotate(7, { background: '#888' })
      .blur(1.2)
      .linear(0.6, 40)
      .jpeg({ quality: 60 })
      .toBuffer();
    expect(await readQr(photo)).toBe(TEXT);
  });

  it('is read with a stain over a tenth of it', async () => {
    const stain = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="130" height="130"><rect width="130" height="130" fill="#765"/></svg>',
    );
    const dirty = await sharp(await qrPng(TEXT, 500))
      .toColourspace('srgb')
      .composite([{ input: stain, left: 260, top: 260 }])
      .png()
      .toBuffer();
    expect(await readQr(dirty)).toBe(TEXT);
  });

  it('has four light modules on every side', async () => {
    const modules = qrModules(TEXT).length;
    const side = modules + 8;
    const { data, info } = await sharp(await qrPng(TEXT, side * 10))
      .toColourspace('b-w')
      .raw()
      .toBuffer({ resolveWithObject: true });
    const dark = [...data.keys()]
      .filter((at) => at % info.channels === 0 && data[at] === 0)
      .map((at) => at / info.channels);
    const columns = dark.map((at) => at % info.width);
    const rows = dark.map((at) => Math.floor(at / info.width));
    expect([Math.min(...columns), Math.max(...columns), Math.min(...rows), Math.max(...rows)]).toEqual([
      40,
      (modules + 4) * 10 - 1,
      40,
      (modules + 4) * 10 - 1,
    ]);
  });

  it('is exactly as many pixels as asked for, one bit each', async () => {
    const picture = await qrPng(TEXT, 1_001);
    expect(await sharp(picture).metadata()).toMatchObject({
      format: 'png',
      width: 1_001,
      height: 1_001,
      bitsPerSample: 1,
    });
    expect(picture.length).toBeLessThan(4_000);
  });

  it.each([0, -5, 20, 100.5, 5_000, Number.NaN])('refuses %d pixels', async (pixels) => {
    await expect(qrPng(TEXT, pixels)).rejects.toThrow(RangeError);
  });

  it('lets nothing of the text into the SVG as markup', () => {
    expect(qrSvg('https://example.go.th/"><script>')).not.toContain('script');
  });
});
