import { bilevelPng } from './bilevel-png.ts';
import { qrModules, QUIET_ZONE } from './qr-modules.ts';

/** Largest side (pixels): 34 cm at 300 dpi, more than any sheet here needs. */
const MAX_PIXELS = 4_096;

/**
 * A code as a PNG of exactly `pixels` × `pixels`, black on white. Modules are whole pixels, so no edge is blurred; what is
 * left over widens the quiet zone. Throws RangeError if `pixels` is no whole number, over 4,096, or too few for one pixel
 * per module.
 */
export async function qrPng(text: string, pixels: number): Promise<Buffer> {
  const modules = qrModules(text);
  const least = modules.length + 2 * QUIET_ZONE;
  if (!Number.isInteger(pixels) || pixels < least || pixels > MAX_PIXELS) {
    throw new RangeError(`a code of this text can be ${least} to ${MAX_PIXELS} pixels wide, not ${pixels}`);
  }
  const size = Math.floor(pixels / least);
  const start = Math.floor((pixels - modules.length * size) / 2);
  const blank = new Uint8Array(Math.ceil(pixels / 8));
  const drawn = modules.map((cells) => packRow(cells, start, size, blank.length));
  const rows = Array.from({ length: pixels }, (_, y) => drawn[Math.floor((y - start) / size)] ?? blank);
  return bilevelPng(pixels, rows);
}

function packRow(cells: readonly boolean[], start: number, size: number, bytes: number): Uint8Array {
  const row = new Uint8Array(bytes);
  for (const [column, dark] of cells.entries()) {
    if (!dark) continue;
    const from = start + column * size;
    for (let x = from; x < from + size; x += 1) row[x >> 3] = (row[x >> 3] ?? 0) | (0x80 >> (x & 7));
  }
  return row;
}
