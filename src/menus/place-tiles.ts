import type { Row, Tab, Tile } from './menu-layout.ts';

/** Pixels of the picture, from its upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The size LINE's documentation uses throughout. */
export const PICTURE = { width: 2500, height: 1686 } as const;
/** Half of what is between tiles, and of what is around them all. */
const HALF_GAP = 17;
const TABS_HEIGHT = 230;

export interface PlacedTile {
  readonly tile: Tile;
  /** Where a tap counts: the areas leave no gap, so that no tap goes astray. */
  readonly area: Box;
  /** What is drawn. */
  readonly card: Box;
  /** Where it stands in the file. */
  readonly path: string;
}

export interface PlacedTab {
  readonly tab: Tab;
  readonly area: Box;
  readonly path: string;
}

/** Tabs side by side along the upper edge. */
export function placeTabs(tabs: readonly Tab[]): readonly PlacedTab[] {
  const parts = split(
    [0, PICTURE.width],
    tabs.map(() => 1),
  );
  return parts.map(([from, to], no) => ({
    tab: tabs[no] as Tab,
    area: { x: from, y: 0, width: to - from, height: TABS_HEIGHT },
    path: `tabs[${no}]`,
  }));
}

/** Rows below each other, under the tabs if there are any. */
export function placeTiles(rows: readonly Row[], hasTabs: boolean): readonly PlacedTile[] {
  const top = hasTabs ? TABS_HEIGHT : 0;
  const down: Span = [top + HALF_GAP, PICTURE.height - HALF_GAP];
  const across: Span = [HALF_GAP, PICTURE.width - HALF_GAP];
  const heights = split(
    down,
    rows.map(({ height }) => height),
  );
  return rows.flatMap(({ tiles }, row) => {
    const widths = split(
      across,
      tiles.map(({ width = 1 }) => width),
    );
    return tiles.map((tile, column): PlacedTile => {
      const cell = boxOf(widths[column] ?? across, heights[row] ?? down);
      return {
        tile,
        // What is free around all tiles belongs to the outer ones.
        area: boxOf(
          outwards(widths[column] ?? across, across, [0, PICTURE.width]),
          outwards(heights[row] ?? down, down, [top, PICTURE.height]),
        ),
        card: {
          x: cell.x + HALF_GAP,
          y: cell.y + HALF_GAP,
          width: cell.width - 2 * HALF_GAP,
          height: cell.height - 2 * HALF_GAP,
        },
        path: `rows[${row}].tiles[${column}]`,
      };
    });
  });
}

type Span = readonly [from: number, to: number];

/** Parts of a span with these shares, in whole pixels. */
function split([from, to]: Span, shares: readonly number[]): readonly Span[] {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const edgeAfter = (count: number): number =>
    Math.round(from + ((to - from) * shares.slice(0, count).reduce((sum, share) => sum + share, 0)) / whole);
  return shares.map((_, no) => [edgeAfter(no), edgeAfter(no + 1)]);
}

/** The part, and where it touches the end of `inner`, on to the end of `outer`. */
function outwards(part: Span, inner: Span, outer: Span): Span {
  return [part[0] === inner[0] ? outer[0] : part[0], part[1] === inner[1] ? outer[1] : part[1]];
}

function boxOf(across: Span, down: Span): Box {
  return { x: across[0], y: down[0], width: across[1] - across[0], height: down[1] - down[0] };
}
