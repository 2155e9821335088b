import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drawPicture } from '../drawing/draw-picture.ts';
import { PictureError } from '../drawing/picture-error.ts';
import type { Menu } from './load-menus.ts';

/** LINE: 1 MB (Messaging API reference, Upload rich menu image). */
const MOST_BYTES = 1_000_000;
/** Counted up when pictures are to be drawn anew although the drawings are the same. */
export const EDITION = 1;
/** How every PNG ends; a file without it was not written to its end. */
const END = Buffer.from('IEND\u00AE\u0042\u0060\u0082', 'latin1');

export interface MenuPicturesOptions {
  /** Where pictures are kept for the next start; undefined: nowhere. */
  readonly folder?: string | undefined;
  /** Ends what is being drawn. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Pictures of menus, each drawn once. Two menus that look alike share one. Files that cannot be read or written only cost
 * the drawing. Throws PictureError.
 */
export class MenuPictures {
  readonly #options: MenuPicturesOptions;
  readonly #drawn = new Map<string, Promise<Buffer>>();

  constructor(options: MenuPicturesOptions = {}) {
    this.#options = options;
  }

  /** A PNG of 2500 × 1686, at most 1 MB. */
  async of({ svg }: Menu): Promise<Buffer> {
    const file = fileOf(svg);
    const known = this.#drawn.get(file) ?? this.#make(file, svg);
    this.#drawn.set(file, known);
    known.catch(() => this.#drawn.delete(file));
    return known;
  }

  /** Removes kept pictures that none of these menus has. */
  async keepOnly(menus: readonly Menu[]): Promise<void> {
    const { folder } = this.#options;
    if (folder === undefined) return;
    const wanted = new Set(menus.map(({ svg }) => fileOf(svg)));
    const files = await readdir(folder).catch(() => []);
    for (const file of files) if (OURS.test(file) && !wanted.has(file)) await rm(join(folder, file), { force: true });
  }

  async #make(file: string, svg: string): Promise<Buffer> {
    const { folder, signal } = this.#options;
    const path = folder === undefined ? undefined : join(folder, file);
    const kept = path === undefined ? undefined : await readFile(path).catch(() => undefined);
    if (kept?.subarray(-END.length).equals(END)) return kept;
    const png = await drawPicture(svg, signal);
    if (png.length > MOST_BYTES)
      throw new PictureError('failed', `the picture has ${png.length} bytes, LINE takes ${MOST_BYTES}`);
    if (folder !== undefined && path !== undefined) await keep(folder, path, png).catch(() => undefined);
    return png;
  }
}

const fileOf = (svg: string): string => `${createHash('sha256').update(svg).digest('hex').slice(0, 32)}-${EDITION}.png`;
const OURS = /^[0-9a-f]{32}-\d+\.png/;

/** Renamed into place, so that nobody reads half a picture. */
async function keep(folder: string, path: string, png: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(`${path}.new`, png);
  await rename(`${path}.new`, path);
}
