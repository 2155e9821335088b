import { readFileSync } from 'node:fs';
import { fontFile, type Weight } from './font-file.ts';

/** What a font says about its letters, enough to break lines without drawing them. */
export interface Typeface {
  /** Whether there is a shape for this character (a code point). */
  readonly has: (character: number) => boolean;
  /** Width of a text in ems, the sum of its letters' advances; kerning, which Thai does not have, is left out. */
  readonly width: (text: string) => number;
}

const loaded = new Map<Weight, Typeface>();

/** The typeface of a weight, read from its file once. */
export function typeface(weight: Weight): Typeface {
  const known = loaded.get(weight);
  if (known) return known;
  const read = readTypeface(readFileSync(fontFile(weight)));
  loaded.set(weight, read);
  return read;
}

/** Reads `cmap` (format 4), `head`, `hhea` and `hmtx` of a TrueType file (OpenType specification 1.9). */
function readTypeface(file: Buffer): Typeface {
  const table = tables(file);
  const unitsPerEm = file.readUInt16BE(table('head') + 18);
  const measured = file.readUInt16BE(table('hhea') + 34);
  const metrics = table('hmtx');
  const glyphs = readCmap(file, table('cmap'));
  const advance = (character: number): number => {
    // Glyphs after the last measured one are as wide as it.
    const glyph = Math.min(glyphs.get(character) ?? 0, measured - 1);
    return file.readUInt16BE(metrics + 4 * glyph) / unitsPerEm;
  };
  return {
    has: (character) => glyphs.has(character),
    width: (text) => Array.from(text).reduce((sum, letter) => sum + advance(letter.codePointAt(0) ?? 0), 0),
  };
}

function tables(file: Buffer): (name: string) => number {
  const offsets = new Map<string, number>();
  for (let no = 0; no < file.readUInt16BE(4); no += 1) {
    const entry = 12 + 16 * no;
    offsets.set(file.toString('latin1', entry, entry + 4), file.readUInt32BE(entry + 8));
  }
  return (name) => {
    const offset = offsets.get(name);
    if (offset === undefined) throw new Error(`the font has no table ${name}`);
    return offset;
  };
}

const WINDOWS = 3;
const UNICODE_BMP = 1;

function readCmap(file: Buffer, cmap: number): ReadonlyMap<number, number> {
  for (let no = 0; no < file.readUInt16BE(cmap + 2); no += 1) {
    const record = cmap + 4 + 8 * no;
    const at = cmap + file.readUInt32BE(record + 4);
    const unicode = file.readUInt16BE(record) === WINDOWS && file.readUInt16BE(record + 2) === UNICODE_BMP;
    if (unicode && file.readUInt16BE(at) === 4) return readSegments(file, at);
  }
  throw new Error('the font has no cmap of format 4');
}

function readSegments(file: Buffer, at: number): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>();
  const size = file.readUInt16BE(at + 6);
  for (let segment = 0; segment < size; segment += 2) {
    const end = file.readUInt16BE(at + 14 + segment);
    const start = file.readUInt16BE(at + 16 + size + segment);
    const delta = file.readUInt16BE(at + 16 + 2 * size + segment);
    const rangeAt = at + 16 + 3 * size + segment;
    const range = file.readUInt16BE(rangeAt);
    for (let character = start; character <= end && character < 0xff_ff; character += 1) {
      const listed = range === 0 ? character : file.readUInt16BE(rangeAt + range + 2 * (character - start));
      const glyph = range !== 0 && listed === 0 ? 0 : (listed + delta) & 0xff_ff;
      if (glyph !== 0) glyphs.set(character, glyph);
    }
  }
  return glyphs;
}
