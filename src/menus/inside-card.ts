import { LINE_HEIGHT } from '../drawing/stack.ts';
import type { LetterSizes } from './letter-sizes.ts';
import type { Box, PlacedTile } from './place-tiles.ts';

/** Where the icon stands: above the texts, beside them, or, on a low card, beside the label without a disc behind it. */
export type Arrangement = 'above' | 'beside' | 'slim';

/** From this shape (width / height) on the icon stands beside. */
const WIDE = 1.9;
/** Lower cards (pixels) are slim. */
const LOW = 340;
/** From the edge of a card to what is in it (pixels). */
const PADDING = 40;
const LARGEST_DISC = 290;
const SMALLEST_DISC = 130;
const SLIM_ICON = 120;
/** Between icon and text. */
export const GAP = { above: 24, beside: 60, slim: 32 } as const;

export function arrangementOf({ width, height }: Box): Arrangement {
  if (width / height < WIDE) return 'above';
  return height < LOW ? 'slim' : 'beside';
}

/** How wide a text on a card may be. */
export function textWidth(card: Box): number {
  const arrangement = arrangementOf(card);
  const inside = card.width - 2 * PADDING;
  if (arrangement === 'above') return inside;
  return inside - GAP[arrangement] - (arrangement === 'slim' ? SLIM_ICON : largestDisc(card));
}

/** Height of the texts of a card, one line each. */
export function textHeight({ tile, card }: PlacedTile, sizes: LetterSizes): number {
  if (arrangementOf(card) === 'slim') return sizes.slim * LINE_HEIGHT;
  return (sizes.label + (tile.note === undefined ? 0 : sizes.note)) * LINE_HEIGHT;
}

/** Side of the disc (of the icon itself on a slim card) that the texts leave room for; undefined if there is none. */
export function discSide(placed: PlacedTile, sizes: LetterSizes): number | undefined {
  const { card } = placed;
  const texts = textHeight(placed, sizes);
  switch (arrangementOf(card)) {
    case 'slim':
      return texts > card.height ? undefined : SLIM_ICON;
    case 'beside':
      return texts > card.height - PADDING ? undefined : largestDisc(card);
    case 'above': {
      const left = Math.min(LARGEST_DISC, Math.floor(card.height - texts - GAP.above - 2 * PADDING));
      return left < SMALLEST_DISC ? undefined : left;
    }
  }
}

const largestDisc = ({ height }: Box): number => Math.min(LARGEST_DISC, height - 2 * PADDING);
