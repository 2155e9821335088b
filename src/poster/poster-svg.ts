import type { PosterData } from './poster-data.ts';
import { posterFaces } from './poster-faces.ts';
import { posterWords, type PosterWords } from './poster-words.ts';
import { qrModules, qrPath, QUIET_ZONE } from './qr-modules.ts';
import { stack, type Paragraph } from '../drawing/stack.ts';
import { svgText } from '../drawing/svg-text.ts';
import { typeface } from '../drawing/typeface.ts';

/** A4 at 300 dpi (pixels); one unit of the drawing is one pixel. */
const PAGE = { width: 2480, height: 3508, dpi: 300 } as const;

/** Millimetres on paper as pixels. */
const mm = (length: number): number => Math.round((length * PAGE.dpi) / 25.4);

const GREEN = '#0B6B5E';
const TINT = '#E8F3F1';
const INK = '#1F2A2E';
const GREY = '#566469';
const WHITE = '#FFFFFF';

/** Left and right margin: no office printer reaches the edge. */
const LEFT = mm(15);
const INNER = PAGE.width - 2 * LEFT;
const CENTRE = PAGE.width / 2;
const HEAD_HEIGHT = mm(86);
/** The code with its quiet zone, at most; modules are whole pixels, so it is a little less. */
const CODE_SIDE = mm(97);
const CODE_FRAME = mm(1.2);
const CODE_TOP = mm(124);

/**
 * The A4 poster of a code: who asks, where, the question, the code, what to type instead, what happens with the answer.
 * Meant to be read from 1.5 m and scanned from 1 m. Text is set in Sarabun, which whatever draws it has to have.
 */
export function posterSvg(data: PosterData): string {
  const words = posterWords(data);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${PAGE.width}" height="${PAGE.height}" viewBox="0 0 ${PAGE.width} ${PAGE.height}">`,
    `<path fill="${WHITE}" d="M0 0h${PAGE.width}v${PAGE.height}h${-PAGE.width}z"/>`,
    head(words),
    posterFaces(LEFT, mm(92), INNER, mm(9.5), mm(6.2)),
    code(words.url),
    steps(words.steps),
    typeInstead(words),
    promises(words.promises),
    svgText({ x: CENTRE, y: mm(291), size: mm(5), colour: GREY, anchor: 'middle' }, words.period),
    '</svg>\n',
  ].join('\n');
}

const one = (text: string, colour: string, from: number, to: number): Paragraph => ({
  text,
  colour,
  weight: 400,
  width: INNER,
  maxLines: 1,
  sizes: sizes(from, to),
  gap: 0,
});

/** Font sizes from one to another (mm) in steps of half a millimetre, as pixels. */
function sizes(from: number, to: number): [number, ...number[]] {
  const rest: number[] = [];
  for (let size = from - 0.5; size >= to; size -= 0.5) rest.push(mm(size));
  return [mm(from), ...rest];
}

function head({ agency, point, place, question, purpose }: PosterWords): string {
  const paragraphs: Paragraph[] = [
    { ...one(agency, TINT, 9, 5.5), maxLines: 2 },
    { ...one(question, WHITE, 17.5, 12), weight: 700, gap: mm(3.5) },
    { ...one(purpose, WHITE, 9, 6.5), gap: mm(0) },
    { ...one(point, WHITE, 9, 5.5), weight: 700, maxLines: 2, gap: mm(4) },
    { ...one(place, TINT, 7.5, 4.5), maxLines: 2 },
  ];
  const top = mm(5);
  return [
    `<path fill="${GREEN}" d="M0 0h${PAGE.width}v${HEAD_HEIGHT}h${-PAGE.width}z"/>`,
    stack(paragraphs, { x: CENTRE, top, height: HEAD_HEIGHT - top - mm(3), anchor: 'middle' }),
  ].join('\n');
}

function code(url: string): string {
  const modules = qrModules(url);
  // Neither the frame's line nor its round corners may cut into the quiet zone.
  const size = Math.floor((CODE_SIDE - mm(3)) / (modules.length + 2 * QUIET_ZONE));
  const start = Math.round((CODE_SIDE - modules.length * size) / 2);
  return [
    `<rect x="${LEFT}" y="${CODE_TOP}" width="${CODE_SIDE}" height="${CODE_SIDE}" rx="${mm(3)}" fill="${WHITE}" stroke="${GREEN}" stroke-width="${CODE_FRAME}"/>`,
    `<path shape-rendering="crispEdges" d="${qrPath(modules, LEFT + start, CODE_TOP + start, size)}"/>`,
  ].join('\n');
}

function steps(texts: readonly string[]): string {
  const x = LEFT + CODE_SIDE + mm(9);
  const height = CODE_SIDE / texts.length;
  const radius = mm(6);
  return texts
    .map((text, no) => {
      const top = CODE_TOP + no * height;
      const middle = top + height / 2;
      const textX = x + 2 * radius + mm(4);
      const paragraph = { ...one(text, INK, 8, 6), width: PAGE.width - LEFT - textX, maxLines: 4 };
      return [
        `<circle cx="${x + radius}" cy="${Math.round(middle)}" r="${radius}" fill="${GREEN}"/>`,
        svgText(
          { x: x + radius, y: middle + mm(2.7), size: mm(8), weight: 700, colour: WHITE, anchor: 'middle' },
          String(no + 1),
        ),
        stack([paragraph], { x: textX, top, height, anchor: 'start' }),
      ].join('\n');
    })
    .join('\n');
}

function typeInstead({ typeInstead: text, address, code: letters }: PosterWords): string {
  const bold = { weight: 700, colour: GREEN } as const;
  const fitsOneLine = typeface(700).width(address + letters) * mm(5) <= INNER;
  const shown = fitsOneLine
    ? [{ ...one(address + letters, GREEN, 9, 5), ...bold }]
    : [
        { ...one(address, GREEN, 5.5, 3), ...bold, maxLines: 2 },
        { ...one(letters, GREEN, 7, 5), ...bold },
      ];
  return stack([one(text, GREY, 6, 4.5), ...shown], {
    x: CENTRE,
    top: CODE_TOP + CODE_SIDE + mm(2),
    height: mm(24),
    anchor: 'middle',
  });
}

function promises(texts: readonly string[]): string {
  const top = mm(247);
  const row = mm(11);
  const height = texts.length * row + mm(4);
  const size = mm(6.4);
  const widest = Math.max(...texts.map((text) => typeface(400).width(text))) * size;
  const indent = mm(10);
  const x = CENTRE - (Math.min(widest, INNER) + indent) / 2;
  return [
    `<rect x="${LEFT}" y="${top}" width="${INNER}" height="${height}" rx="${mm(3)}" fill="${TINT}"/>`,
    ...texts.map((text, no) => {
      const y = top + mm(2) + no * row;
      const middle = Math.round(y + row / 2);
      const tick = `<path d="M${Math.round(x)} ${middle}l${mm(1.6)} ${mm(1.8)}l${mm(3.4)} ${-mm(3.8)}" fill="none" stroke="${GREEN}" stroke-width="${mm(1)}" stroke-linecap="round" stroke-linejoin="round"/>`;
      const paragraph = { ...one(text, INK, 6.4, 4.9), width: INNER - indent - mm(8) };
      return tick + stack([paragraph], { x: x + indent, top: y, height: row, anchor: 'start' });
    }),
  ].join('\n');
}
