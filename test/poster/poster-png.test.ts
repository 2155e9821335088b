import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PosterData } from '../../src/poster/poster-data.ts';
import { posterPng } from '../../src/poster/poster-png.ts';
import { posterWords } from '../../src/poster/poster-words.ts';
import { qrModules, QUIET_ZONE } from '../../src/poster/qr-modules.ts';
import { readQr } from './read-qr.ts';
import { longPoster, samplePoster } from './sample-poster.ts';

const MM = 300 / 25.4;
const CASES: [string, PosterData][] = [
  ['an ordinary poster', samplePoster],
  ['the longest poster', longPoster],
];

describe.each(CASES)('%s as a picture', (_name, data) => {
  let picture: Buffer;
  const { url } = posterWords(data);

  beforeAll(async () => {
    picture = await posterPng(data);
  });

  it('is A4 at 300 dpi, in a palette, and under 500 KB', async () => {
    expect(await sharp(picture).metadata()).toMatchObject({
      width: 2_480,
      height: 3_508,
      density: 300,
      isPalette: true,
    });
    expect(picture.length).toBeLessThan(500_000);
  });

  it('is read at 300 dpi', async () => {
    expect(await readQr(picture)).toBe(url);
  });

  it.each([1_600, 900, 600])('is read where a photo of the whole poster is %d pixels high', async (height) => {
    const photo = await sharp(picture).resize({ height }).jpeg({ quality: 70 }).toBuffer();
    expect(await readQr(photo)).toBe(url);
  });

  it('is read in a tilted, blurred and dim photo', async () => {
    const photo = await sharp(await sharp(picture).resize({ height: 1_400 }).toBuffer())
      .rotate(-8, { background: '#777' })
      .blur(1)
      .linear(0.55, 30)
      .jpeg({ quality: 60 })
      .toBuffer();
    expect(await readQr(photo)).toBe(url);
  });

  it('shows the code at least 3 cm wide and nothing in its quiet zone', async () => {
    const { left, top, width, side } = await findCode(picture);
    expect(side / MM).toBeGreaterThan(60);
    const zone = Math.floor((side / qrModules(url).length) * QUIET_ZONE);
    const around = { left: left - zone, top: top - zone, width: side + 2 * zone, height: side + 2 * zone };
    const grey = sharp(await sharp(picture).extract(around).png().toBuffer()).toColourspace('b-w');
    const ring = await grey
      .composite([
        { input: { create: { width: side, height: side, channels: 3, background: '#fff' } }, left: zone, top: zone },
      ])
      .raw()
      .toBuffer();
    expect(Math.min(...new Set(ring))).toBe(255);
    expect(width).toBe(side);
  });
});

/** The square of black pixels: the code is the only pure black on the poster. */
async function findCode(picture: Buffer): Promise<{ left: number; top: number; width: number; side: number }> {
  const { data, info } = await sharp(picture).toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  let [left, right, top, bottom] = [info.width, 0, info.height, 0];
  for (let at = 0; at < data.length; at += info.channels) {
    if (data[at] !== 0 || data[at + 1] !== 0 || data[at + 2] !== 0) continue;
    const pixel = at / info.channels;
    const x = pixel % info.width;
    const y = (pixel - x) / info.width;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { left, top, width: right - left + 1, side: bottom - top + 1 };
}
