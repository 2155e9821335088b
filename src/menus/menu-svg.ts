import { stack, type Paragraph } from '../drawing/stack.ts';
import { iconSvg, type IconName } from './icons.ts';
import { arrangementOf, discSide, GAP, textHeight } from './inside-card.ts';
import { ems, TAB, weightOf, type LetterSizes } from './letter-sizes.ts';
import type { Look, MenuColours } from './menu-colours.ts';
import type { Tile } from './menu-layout.ts';
import { PICTURE, type Box, type PlacedTab, type PlacedTile } from './place-tiles.ts';

/** Everything that decides how a menu looks. */
export interface MenuDrawing {
  readonly tiles: readonly PlacedTile[];
  readonly tabs: readonly PlacedTab[];
  readonly sizes: LetterSizes;
  readonly colours: MenuColours;
}

/** Radius of corners, width of edges (pixels). */
const ROUND = 44;
const EDGE = 5;
/** Free around a tab. */
const AROUND_TAB = 34;
/** Side of the icon as a share of its disc. */
const ICON_SHARE = 0.6;

/** A menu as a drawing of 2500 × 1686, set in Sarabun, which whatever draws it has to have. */
export function menuSvg({ tiles, tabs, sizes, colours }: MenuDrawing): string {
  const { width, height } = PICTURE;
  // Icons beside texts of different length begin below each other all the same.
  const besides = tiles.filter(({ card }) => arrangementOf(card) === 'beside');
  const widest = Math.max(0, ...besides.map(({ tile }) => widthOf(textsOn(tile, sizes, colours.tile))));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<path fill="${colours.ground}" d="M0 0h${width}v${height}h${-width}z"/>`,
    ...(tabs[0] ? [`<path fill="${colours.band}" d="M0 0h${width}v${tabs[0].area.height}h${-width}z"/>`] : []),
    ...tabs.map((tab) => tabSvg(tab, sizes, colours)),
    ...tiles.map((tile) => tileSvg(tile, sizes, tile.tile.main ? colours.main : colours.tile, widest)),
    '</svg>\n',
  ].join('\n');
}

/** The open tab grows out of the ground the tiles lie on; another is an outline on the band. */
function tabSvg({ tab, area }: PlacedTab, sizes: LetterSizes, { openTab, otherTab }: MenuColours): string {
  const { label, icon } = tab;
  const isOpen = tab.switchTo === undefined;
  const look = isOpen ? openTab : otherTab;
  const [left, right] = [area.x + AROUND_TAB, area.x + area.width - AROUND_TAB];
  const top = area.y + AROUND_TAB;
  const box = { x: area.x, y: top, width: area.width, height: area.y + area.height - top - (isOpen ? 0 : AROUND_TAB) };
  const corner = `a${ROUND} ${ROUND} 0 0 1`;
  return [
    isOpen
      ? `<path fill="${look.paper}" d="M${left} ${area.y + area.height}V${top + ROUND}${corner} ${ROUND} ${-ROUND}H${right - ROUND}${corner} ${ROUND} ${ROUND}V${area.y + area.height}Z"/>`
      : rounded({ ...box, x: left, width: right - left }, look.paper, look.edge),
    ...inARow(box, { side: TAB.icon, icon, colour: look.bare, gap: TAB.gap }, [line('tab', label, sizes, look.label)]),
  ].join('\n');
}

/** `widest`: of the texts beside a disc, on whichever card. */
function tileSvg(placed: PlacedTile, sizes: LetterSizes, look: Look, widest: number): string {
  const { tile, card } = placed;
  const { label, icon } = tile;
  const side = discSide(placed, sizes) ?? 0;
  const arrangement = arrangementOf(card);
  const frame = rounded(card, look.paper, look.edge);
  if (arrangement === 'slim') {
    const bare = { side, icon, colour: look.bare, gap: GAP.slim };
    return [frame, ...inARow(card, bare, [line('slim', label, sizes, look.label)])].join('\n');
  }
  const texts = textsOn(tile, sizes, look);
  const disc = { side, icon, colour: look.icon, disc: look.disc, gap: GAP[arrangement] };
  if (arrangement === 'beside') return [frame, ...inARow(card, disc, texts, widest)].join('\n');
  const height = textHeight(placed, sizes);
  const top = Math.round(card.y + (card.height - side - disc.gap - height) / 2);
  const centre = Math.round(card.x + card.width / 2);
  return [
    frame,
    sign(disc, centre - side / 2, top),
    stack(texts, { x: centre, top: top + side + disc.gap, height, anchor: 'middle' }),
  ].join('\n');
}

/** An icon, with or without a disc behind it. `side`: of the disc, or else of the icon. */
interface Sign {
  readonly side: number;
  readonly icon: IconName;
  readonly colour: string;
  readonly disc?: string;
  /** From it to the texts. */
  readonly gap: number;
}

/** A sign and texts right of it, together in the middle of the box as if the texts were `widest` wide. */
function inARow(
  { x, y, width, height }: Box,
  shown: Sign,
  texts: readonly Written[],
  widest = widthOf(texts),
): readonly string[] {
  const left = Math.round(x + (width - shown.side - shown.gap - widest) / 2);
  return [
    sign(shown, left, y + (height - shown.side) / 2),
    stack(texts, { x: left + shown.side + shown.gap, top: y, height, anchor: 'start' }),
  ];
}

function sign({ side, icon, colour, disc }: Sign, x: number, y: number): string {
  if (disc === undefined) return iconSvg(icon, x, y, side, colour);
  const inner = Math.round(ICON_SHARE * side);
  const inset = (side - inner) / 2;
  return [
    `<circle cx="${x + side / 2}" cy="${y + side / 2}" r="${side / 2}" fill="${disc}"/>`,
    iconSvg(icon, x + inset, y + inset, inner, colour),
  ].join('');
}

function rounded({ x, y, width, height }: Box, fill: string, edge: string): string {
  const [left, top] = [x + EDGE / 2, y + EDGE / 2];
  return `<rect x="${left}" y="${top}" width="${width - EDGE}" height="${height - EDGE}" rx="${ROUND}" fill="${fill}" stroke="${edge}" stroke-width="${EDGE}"/>`;
}

function textsOn({ label, note }: Tile, sizes: LetterSizes, look: Look): readonly Written[] {
  const noted = note === undefined ? [] : [line('note', note, sizes, look.note)];
  return [line('label', label, sizes, look.label), ...noted];
}

function widthOf(texts: readonly Written[]): number {
  return Math.max(...texts.map(({ kind, text, sizes: [size] }) => ems(kind, text) * size));
}

interface Written extends Paragraph {
  readonly kind: keyof LetterSizes;
}

/** A text on one line, of a size that is known to fit. */
const line = (kind: keyof LetterSizes, text: string, sizes: LetterSizes, colour: string): Written => ({
  kind,
  text,
  colour,
  weight: weightOf(kind),
  width: PICTURE.width,
  maxLines: 1,
  sizes: [sizes[kind]],
  gap: 0,
});
