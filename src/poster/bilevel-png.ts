import { crc32, deflate } from 'node:zlib';
import { promisify } from 'node:util';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const deflateAsync = promisify(deflate);

/**
 * A square picture of pure black (1) and white (0) as a PNG of one bit per pixel: nothing between, so nothing to blur.
 * `rows` are packed, eight pixels to a byte, the leftmost in the highest bit (PNG 1.2, chapter 2.3).
 */
export async function bilevelPng(side: number, rows: readonly Uint8Array[]): Promise<Buffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([1, 0, 0, 0, 0], 8); // 1 bit, greyscale, deflate, filters by row, not interlaced
  const NO_FILTER = Buffer.of(0);
  // In PNG's greyscale 0 is black.
  const pixels = Buffer.concat(rows.flatMap((row) => [NO_FILTER, row.map((byte) => ~byte & 0xff)]));
  const data = await deflateAsync(pixels, { level: 9 });
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(4);
  frame.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([frame, body, sum]);
}
