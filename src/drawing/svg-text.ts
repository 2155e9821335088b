import { escapeMarkup } from '../escape-markup.ts';
import { FAMILY, type Weight } from './font-file.ts';

export interface TextPlace {
  /** The anchor and the baseline. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight?: Weight;
  readonly colour?: string;
  readonly anchor?: 'start' | 'middle';
}

/** One line of text as an SVG element. The text is escaped. */
export function svgText(place: TextPlace, text: string): string {
  const { x, y, size, weight = 400, colour = '#1F2A2E', anchor = 'start' } = place;
  return `<text x="${Math.round(x)}" y="${Math.round(y)}" font-family="${FAMILY}" font-size="${size}" font-weight="${weight}" fill="${colour}" text-anchor="${anchor}">${escapeMarkup(text)}</text>`;
}
