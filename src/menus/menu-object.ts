import type { RichMenu, RichMenuArea } from '../line/rich-menu.ts';
import type { MenuLayout, Tile } from './menu-layout.ts';
import { menuAlias } from './menu-names.ts';
import { PICTURE, type Box, type PlacedTab, type PlacedTile } from './place-tiles.ts';

type Action = RichMenuArea['action'];

/** What LINE is told about a menu, but for its name. `dataOf`: the postback data of a tile that asks something. */
export function menuObject(
  { chatBarText, open }: MenuLayout,
  tabs: readonly PlacedTab[],
  tiles: readonly PlacedTile[],
  dataOf: (tile: Tile) => string,
): Omit<RichMenu, 'name'> {
  return {
    size: { ...PICTURE },
    selected: open,
    chatBarText,
    areas: [
      ...tabs.flatMap(({ tab: { label, switchTo }, area }) =>
        switchTo === undefined ? [] : [areaOf(area, switchAction(label, switchTo))],
      ),
      ...tiles.map(({ tile, area }) => areaOf(area, actionOf(tile, dataOf))),
    ],
  };
}

function areaOf({ x, y, width, height }: Box, action: Action): RichMenuArea {
  return { bounds: { x, y, width, height }, action };
}

function actionOf(tile: Tile, dataOf: (tile: Tile) => string): Action {
  const { label, said = label, say, open, switchTo } = tile;
  if (switchTo !== undefined) return switchAction(label, switchTo);
  if (say !== undefined) return { type: 'message', label, text: say };
  if (open !== undefined) return { type: 'uri', label, uri: open };
  return { type: 'postback', label, data: dataOf(tile), displayText: said };
}

/** The data tells whoever reads the events where it went; the chat stays silent about it. */
function switchAction(label: string, menu: string): Action {
  return { type: 'richmenuswitch', label, richMenuAliasId: menuAlias(menu), data: `menu=${menu}` };
}
