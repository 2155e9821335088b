import { drawPicture } from '../drawing/draw-picture.ts';
import type { PosterData } from './poster-data.ts';
import { posterSvg } from './poster-svg.ts';

/** The A4 poster as a PNG of 2480 × 3508 pixels (300 dpi). Throws PictureError. */
export async function posterPng(data: PosterData): Promise<Buffer> {
  return drawPicture(posterSvg(data));
}
