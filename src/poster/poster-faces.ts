import { SCALE } from '../feedback/scale.ts';
import { svgText } from '../drawing/svg-text.ts';

/** Colours of the four faces from worst to best; the words under them say the same. */
const SKINS = ['#E9A38E', '#F2CF8D', '#C9DFA3', '#8CCBA8'];
/** Mouths from worst to best as paths around a point, in hundredths of the radius. The best one laughs. */
const MOUTHS = [
  'M-44 50C-28 10 28 10 44 50',
  'M-42 40C-26 22 26 22 42 40',
  'M-44 20C-26 44 26 44 44 20',
  'M-48 14H48C44 66-44 66-48 14Z',
];
const LINE = '#1F2A2E';

/** The four faces of the scale with their words below, side by side over `width` from `x`; `y` is the top. */
export function posterFaces(x: number, y: number, width: number, radius: number, fontSize: number): string {
  const column = width / SCALE.length;
  return SCALE.map(({ name }, step) => {
    const centre = x + column * (step + 0.5);
    const words = svgText({ x: centre, y: y + 2 * radius + 1.25 * fontSize, size: fontSize, anchor: 'middle' }, name);
    return face(centre, y + radius, radius, step) + words;
  }).join('');
}

function face(x: number, y: number, radius: number, step: number): string {
  const scale = radius / 100;
  const mouth = step === SCALE.length - 1 ? `fill="${LINE}"` : 'fill="none"';
  return [
    `<g transform="translate(${x} ${y}) scale(${scale})"><circle r="100" fill="${SKINS[step]}"/>`,
    `<circle cx="-34" cy="-20" r="11" fill="${LINE}"/><circle cx="34" cy="-20" r="11" fill="${LINE}"/>`,
    `<path d="${MOUTHS[step]}" ${mouth} stroke="${LINE}" stroke-width="10" stroke-linecap="round" stroke-linejoin="round"/></g>`,
  ].join('');
}
