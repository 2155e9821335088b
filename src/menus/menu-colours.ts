import type { Theme } from '../flex/theme.ts';
import { BadFile, type FileProblem } from '../json-file/bad-file.ts';
import { contrast } from './contrast.ts';

/** Colours of one kind of thing on a menu. `icon` stands on `disc`, everything else on `paper`. */
export interface Look {
  readonly paper: string;
  readonly edge: string;
  readonly label: string;
  readonly note: string;
  readonly disc: string;
  readonly icon: string;
  /** Of an icon that has no disc behind it. */
  readonly bare: string;
}

export interface MenuColours {
  /** Between the tiles. */
  readonly ground: string;
  /** Behind the tabs. */
  readonly band: string;
  readonly tile: Look;
  readonly main: Look;
  readonly openTab: Look;
  readonly otherTab: Look;
}

/** What texts and icons need against what they stand on (WCAG 2.2, 1.4.3 and 1.4.11). */
const LEAST = { label: 4.5, note: 4.5, icon: 3, bare: 3 } as const;
const ROLES = ['accent', 'tint', 'ink', 'muted', 'track', 'paper'] as const;

/** The colours of menus from those of the cards. Throws BadFile if one is missing or something could not be read well. */
export function menuColours(theme: Theme): MenuColours {
  const missing = ROLES.filter((role) => theme[role] === undefined);
  if (missing.length > 0) throw new BadFile(missing.map(missingColour));
  const [accent = '', tint = '', ink = '', muted = '', track = '', paper = ''] = ROLES.map((role) => theme[role]);
  const onAccent = { paper: accent, label: paper, note: tint, disc: paper, icon: accent };
  const colours: MenuColours = {
    ground: tint,
    band: accent,
    tile: { paper, edge: track, label: ink, note: muted, disc: tint, icon: accent, bare: accent },
    main: { ...onAccent, edge: accent, bare: paper },
    openTab: { paper: tint, edge: tint, label: accent, note: accent, disc: tint, icon: accent, bare: accent },
    otherTab: { ...onAccent, edge: tint, bare: paper },
  };
  const { tile, main, openTab, otherTab } = colours;
  const faint = [tile, main, openTab, otherTab].flatMap(faintIn);
  if (faint.length > 0) throw new BadFile(faint);
  return colours;
}

function missingColour(role: string): FileProblem {
  return { path: `theme.json: ${role}`, problem: 'ไม่มีสีนี้ ซึ่งเมนูต้องใช้', fix: 'เพิ่มสีนี้ เช่น "#0B6B5E"' };
}

function faintIn(look: Look): FileProblem[] {
  return (['label', 'note', 'icon', 'bare'] as const).flatMap((part) => {
    const ground = part === 'icon' ? look.disc : look.paper;
    const found = contrast(look[part], ground);
    if (found >= LEAST[part]) return [];
    const problem = `สี ${look[part]} บนพื้น ${ground} อ่านยาก (ความต่าง ${found.toFixed(1)} ต้องไม่ต่ำกว่า ${LEAST[part]})`;
    return [{ path: 'theme.json', problem, fix: 'ทำให้สีเข้มกับสีอ่อนต่างกันมากขึ้น' }];
  });
}
