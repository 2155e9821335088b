import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { qrBlocks } from '../../src/poster/qr-blocks.ts';
import { readQr } from './read-qr.ts';

/** Pixels per module. */
const SIZE = 6;

/** What a dark terminal shows: a block is light, its absence dark. */
async function screenOf(blocks: string): Promise<Buffer> {
  const lines = blocks.split('\n');
  const width = lines[0]?.length ?? 0;
  const light = (x: number, y: number): boolean => {
    const sign = lines[y >> 1]?.[x];
    return sign === '█' || sign === (y % 2 === 0 ? '▀' : '▄');
  };
  const side = width * SIZE;
  const pixels = Buffer.alloc(side * side);
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1)
      pixels[y * side + x] = light(Math.floor(x / SIZE), Math.floor(y / SIZE)) ? 255 : 0;
  return sharp(pixels, { raw: { width: side, height: side, channels: 1 } })
    .extend({ top: SIZE * 4, bottom: SIZE * 4, left: SIZE * 4, right: SIZE * 4, background: '#fff' })
    .png()
    .toBuffer();
}

describe('a code in block characters', () => {
  it('is read as what it says', async () => {
    const url = 'https://line.me/R/oaMessage/%40prongsai/?%E0%B9%80%E0%B8%82%E0%B9%89%E0%B8%B2%207K3M-9QXT-2BD';
    expect(await readQr(await screenOf(qrBlocks(url)))).toBe(url);
  });

  it('has lines of the same width', () => {
    const widths = new Set(
      qrBlocks('x')
        .split('\n')
        .map((line) => line.length),
    );
    expect(widths.size).toBe(1);
  });
});
