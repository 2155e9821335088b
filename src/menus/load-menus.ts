import type { Theme } from '../flex/theme.ts';
import { BadFile, type FileProblem } from '../json-file/bad-file.ts';
import { checkRichMenu } from '../line/limits/rich-menu.ts';
import type { RichMenu } from '../line/rich-menu.ts';
import type { Role } from '../people/role.ts';
import { checkAsk, checkSwitch, type MenuTools } from './check-taps.ts';
import { collect } from './file-problems.ts';
import { letterSizes } from './letter-sizes.ts';
import { menuColours, type MenuColours } from './menu-colours.ts';
import type { MenuLayout, Row } from './menu-layout.ts';
import { menuTitle } from './menu-names.ts';
import { EDITION } from './menu-pictures.ts';
import { menuObject } from './menu-object.ts';
import { menuSvg } from './menu-svg.ts';
import { placeTabs, placeTiles } from './place-tiles.ts';
import { readLayouts, type Layouts } from './read-layouts.ts';

/** A menu, ready for LINE. */
export interface Menu {
  /** Of its file. */
  readonly name: string;
  /** Least role of those who see it. */
  readonly for: Role;
  /** As LINE takes it. Its name there is a title that changes with anything that changes in the menu. */
  readonly object: RichMenu;
  /** The picture as a drawing. */
  readonly svg: string;
}

/**
 * Reads every layout `NAME.json` in `folder` and makes of each what LINE takes: checked against LINE's limits, with every text
 * fitted. Throws BadFile with all problems of all files.
 */
export function loadMenus(folder: string, theme: Theme, tools: MenuTools): readonly Menu[] {
  const problems: FileProblem[] = [];
  const colours = collect(problems, () => menuColours(theme));
  const layouts = collect(problems, () => readLayouts(folder));
  if (!colours || !layouts) throw new BadFile(problems);
  const menus = [...layouts].map(([name, layout]) =>
    collect(problems, () => makeMenu(name, layout, layouts, colours, tools), `${name}.json`),
  );
  if (problems.length > 0) throw new BadFile(problems);
  return menus.filter((menu) => menu !== undefined);
}

function makeMenu(name: string, layout: MenuLayout, layouts: Layouts, colours: MenuColours, tools: MenuTools): Menu {
  const rows = layout.rows ?? rowsOf(layout, layouts);
  const tabs = placeTabs(layout.tabs ?? []);
  const tiles = placeTiles(rows, tabs.length > 0);
  const problems = [
    ...tabs.flatMap(({ tab, path }) => checkSwitch(tab.switchTo, path, layout, layouts)),
    ...tiles.flatMap(({ tile, path }) => checkSwitch(tile.switchTo, path, layout, layouts)),
    ...tiles.flatMap(({ tile, path }) => checkAsk(tile, path, layout, tools)),
  ];
  const sized = letterSizes(tiles, tabs);
  if ('problems' in sized || problems.length > 0)
    throw new BadFile([...problems, ...('problems' in sized ? sized.problems : [])]);
  const object = menuObject(layout, tabs, tiles, ({ ask = '', slots = {} }) => tools.postback(ask, slots) ?? '');
  const svg = menuSvg({ tiles, tabs, sizes: sized.sizes, colours });
  const whole = { ...object, name: menuTitle(name, JSON.stringify([EDITION, object, svg])) };
  const refused = checkRichMenu(whole);
  if (refused.length > 0) {
    const fix = 'แก้ตามข้อกำหนดของ LINE';
    throw new BadFile(refused.map(({ property, message }) => ({ path: property, problem: message, fix })));
  }
  return { name, for: layout.for, object: whole, svg };
}

function rowsOf({ rowsOf: other }: MenuLayout, layouts: Layouts): readonly Row[] {
  const rows = layouts.get(other ?? '')?.rows;
  if (rows) return rows;
  const fix = 'ใส่ชื่อเมนูที่มี rows ของตัวเอง';
  throw new BadFile([{ path: 'rowsOf', problem: `ไม่มีเมนู ${other} หรือเมนูนั้นไม่มี rows`, fix }]);
}
