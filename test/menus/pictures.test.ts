import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEMPLATES } from '../../src/app.ts';
import { richMenuPreview } from '../../src/cli/richmenu-preview.ts';
import { typeface } from '../../src/drawing/typeface.ts';
import { contrast } from '../../src/menus/contrast.ts';
import type { Menu } from '../../src/menus/load-menus.ts';
import { loadRichMenus } from '../../src/rich-menus.ts';
import { temporaryFolder } from '../server-process.ts';

/** A drawn text as the drawing says it, and the pixels it takes. */
interface Text {
  readonly words: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const TEXT = /<text x="(\d+)" y="(\d+)" [^>]*font-size="(\d+)" font-weight="(\d+)" [^>]*text-anchor="(\w+)">([^<]+)</g;

function textsOf(svg: string): readonly Text[] {
  return [...svg.matchAll(TEXT)].map(([, x = '', y = '', size = '', weight, anchor, words = '']) => {
    const width = typeface(weight === '700' ? 700 : 400).width(words) * Number(size);
    const left = Number(x) - (anchor === 'middle' ? width / 2 : 0);
    return {
      words,
      left: Math.floor(left),
      top: Math.floor(Number(y) - Number(size)),
      width: Math.ceil(width),
      height: Math.ceil(1.35 * Number(size)),
    };
  });
}

/** A picture's pixels, three bytes each, row by row. */
interface Pixels {
  readonly data: Buffer;
  readonly width: number;
}

async function pixelsOf(picture: Buffer): Promise<Pixels> {
  const raw = sharp(picture).toColourspace('srgb').removeAlpha().raw();
  const { data, info } = await raw.toBuffer({ resolveWithObject: true });
  return { data, width: info.width };
}

/** How many pixels have which colour `#RRGGBB` in a part of a picture. */
function colours({ data, width: side }: Pixels, part: Omit<Text, 'words'>): ReadonlyMap<string, number> {
  const { left, top, width, height } = part;
  const found = new Map<number, number>();
  for (let y = top; y < top + height; y += 1) {
    for (let at = 3 * (y * side + left); at < 3 * (y * side + left + width); at += 3) {
      const colour = data.readUIntBE(at, 3);
      found.set(colour, (found.get(colour) ?? 0) + 1);
    }
  }
  return new Map([...found].map(([colour, count]) => [`#${colour.toString(16).padStart(6, '0')}`, count]));
}

const mostCommon = (found: ReadonlyMap<string, number>): string =>
  [...found].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? '';

describe('the pictures of the rich menus', () => {
  const folder = temporaryFolder();
  afterAll(folder.remove);
  let menus: readonly Menu[];
  const pictures = new Map<string, Buffer>();
  beforeAll(async () => {
    menus = await loadRichMenus(TEMPLATES);
    await richMenuPreview({ menus, print: () => undefined }, join(folder.path, 'new', 'folder'));
    for (const { name } of menus)
      pictures.set(name, await sharp(join(folder.path, 'new', 'folder', `${name}.png`)).toBuffer());
  }, 300_000);

  it('are written by `richmenu preview`, one for each, in LINE’s size and under 1 MB', async () => {
    expect(readdirSync(join(folder.path, 'new', 'folder')).toSorted()).toEqual(
      menus.map(({ name }) => `${name}.png`).toSorted(),
    );
    for (const picture of pictures.values()) {
      expect(await sharp(picture).metadata()).toMatchObject({ format: 'png', width: 2500, height: 1686 });
      expect(picture.length).toBeLessThan(1_000_000);
    }
  });

  it('show every text of the layouts, whole', () => {
    for (const { object, svg } of menus) {
      const words = textsOf(svg).map((text) => text.words);
      for (const { action } of object.areas) expect(words).toContain(action.label);
      expect(words.join('')).not.toContain('…');
    }
  });

  it('set every text with a contrast of at least 4.5 to 1, on a ground of one colour that nothing else reaches into', async () => {
    for (const { name, svg } of menus) {
      const picture = await pixelsOf(pictures.get(name) ?? Buffer.of());
      for (const text of textsOf(svg)) {
        const found = colours(picture, text);
        const ground = mostCommon(found);
        // Smooth edges are of colours in between; the strokes themselves are of the one that stands out most.
        const strokes = [...found].filter(([, count]) => count > 200).map(([colour]) => contrast(colour, ground));
        expect(Math.max(...strokes), `${name}: ${text.words}`).toBeGreaterThanOrEqual(4.5);
        // Left and right of it the ground goes on: nothing is cut, nothing overlaps.
        for (const beside of [
          { ...text, left: text.left - 12, width: 6 },
          { ...text, left: text.left + text.width + 6, width: 6 },
        ]) {
          const around = colours(picture, beside);
          const strange = [...around.keys()].filter((colour) => contrast(colour, ground) > 1.15);
          expect(strange, `${name}: beside ${text.words}`).toEqual([]);
        }
      }
    }
  });
});
