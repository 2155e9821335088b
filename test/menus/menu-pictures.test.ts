import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Menu } from '../../src/menus/load-menus.ts';
import { MenuPictures } from '../../src/menus/menu-pictures.ts';
import { temporaryFolder } from '../server-process.ts';
import { smallMenus } from './small-menus.ts';

const drawn = (side: number): Menu => ({
  ...smallMenus(1)[0]!,
  svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"/>`,
});
const side = async (png: Buffer): Promise<number | undefined> => (await sharp(png).metadata()).width;
/** For which drawing anything fails. */
const cannotDraw = AbortSignal.abort();

let folder: ReturnType<typeof temporaryFolder>;
let kept: string;
beforeEach(() => {
  folder = temporaryFolder();
  kept = join(folder.path, 'menu-pictures');
});
afterEach(() => folder.remove());

describe('a picture of a menu', () => {
  it('is drawn once, also for another menu that looks the same', async () => {
    const pictures = new MenuPictures();
    const [one, other] = await Promise.all([pictures.of(drawn(9)), pictures.of(drawn(9))]);
    expect(await side(one)).toBe(9);
    expect(other).toBe(one);
  });

  it('is kept in a folder, so that the next start does not draw it', async () => {
    await new MenuPictures({ folder: kept }).of(drawn(9));
    expect(await side(await new MenuPictures({ folder: kept, signal: cannotDraw }).of(drawn(9)))).toBe(9);
  });

  it('is drawn again where the kept one was not written to its end', async () => {
    await new MenuPictures({ folder: kept }).of(drawn(9));
    const [file = ''] = readdirSync(kept);
    const path = join(kept, file);
    writeFileSync(path, readFileSync(path).subarray(0, -5));
    expect(await side(await new MenuPictures({ folder: kept }).of(drawn(9)))).toBe(9);
  });

  it('is drawn all the same where nothing can be kept', async () => {
    writeFileSync(kept, 'a file in the place of the folder');
    const pictures = new MenuPictures({ folder: kept });
    expect(await side(await pictures.of(drawn(9)))).toBe(9);
    await pictures.keepOnly([]);
  });

  it('is tried again after it failed', async () => {
    const pictures = new MenuPictures();
    const broken = { ...drawn(9), svg: '<svg' };
    await expect(pictures.of(broken)).rejects.toMatchObject({ name: 'PictureError' });
    await expect(pictures.of(broken)).rejects.toMatchObject({ name: 'PictureError' });
    expect(await side(await pictures.of(drawn(9)))).toBe(9);
  });

  it('goes when no menu has it any more; files of others stay', async () => {
    const pictures = new MenuPictures({ folder: kept });
    await pictures.of(drawn(9));
    await pictures.of(drawn(10));
    writeFileSync(join(kept, 'holiday.png'), '');
    await pictures.keepOnly([drawn(9)]);
    expect(readdirSync(kept)).toHaveLength(2);
    expect(await side(await new MenuPictures({ folder: kept, signal: cannotDraw }).of(drawn(9)))).toBe(9);
  });
});
