import type { FormatEnum, Metadata } from 'sharp';
import { MAX_JPEG_BYTES, MAX_SIDE, type Loss } from './picture.ts';

/** A picture as it is kept: JPEG, upright, without metadata (place, camera, time). */
export interface SmallPicture {
  readonly jpeg: Buffer;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** What phones send. Formats that can hold scripts or other files' addresses (SVG, PDF) are none. */
const FORMATS: ReadonlySet<string | undefined> = new Set<keyof FormatEnum>(['jpeg', 'png', 'webp', 'gif', 'heif']);
/** More pixels than any phone takes; unpacked they would need several hundred MB. */
const MAX_PIXELS = 100_000_000;
/** Tried one after another until the picture is small enough. */
const QUALITIES = [82, 70, 55, 40];

/**
 * Makes a picture small: at most MAX_SIDE pixels long and MAX_JPEG_BYTES big. Resolves with why it cannot be done otherwise. What
 * it needs is loaded when it is first called.
 */
export async function shrinkPicture(bytes: Buffer): Promise<SmallPicture | Exclude<Loss, 'gone'>> {
  const { default: sharp } = await import('sharp');
  // The next picture is another one: what libvips keeps for the same one to come again would only be held.
  sharp.cache(false);
  const open = () => sharp(bytes, { limitInputPixels: MAX_PIXELS, sequentialRead: true });
  try {
    // Only the head is read here, so that a picture can be told from one that is too large.
    const { format, width, height }: Metadata = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (!FORMATS.has(format)) return 'not-a-picture';
    if (width * height > MAX_PIXELS) return 'too-big';
    for (let side = MAX_SIDE; ; side = Math.floor(side / 2)) {
      const upright = open().autoOrient().flatten({ background: '#ffffff' });
      const small = upright.resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });
      for (const quality of QUALITIES) {
        const { data, info } = await small.clone().jpeg({ quality }).toBuffer({ resolveWithObject: true });
        if (data.length <= MAX_JPEG_BYTES) return { jpeg: data, width: info.width, height: info.height };
      }
    }
  } catch {
    // sharp says in many ways that it cannot read something; none of them is of use to whoever sent it.
    return 'not-a-picture';
  }
}
