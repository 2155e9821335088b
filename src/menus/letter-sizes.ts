import type { Weight } from '../drawing/font-file.ts';
import { typeface } from '../drawing/typeface.ts';
import type { FileProblem } from '../json-file/bad-file.ts';
import { arrangementOf, discSide, textWidth } from './inside-card.ts';
import type { PlacedTab, PlacedTile } from './place-tiles.ts';

/** Letter sizes of a menu in pixels of the picture: one for everything of a kind, so that it looks of a piece. */
export interface LetterSizes {
  readonly label: number;
  readonly note: number;
  /** Labels of slim cards. */
  readonly slim: number;
  readonly tab: number;
}
type KindOfText = keyof LetterSizes;

/** Smaller than the least could not be read on a small phone, which shows the picture 360 pixels wide: a seventh. */
const KINDS: {
  readonly [K in KindOfText]: { readonly weight: Weight; readonly most: number; readonly least: number };
} = {
  label: { weight: 700, most: 118, least: 88 },
  note: { weight: 400, most: 82, least: 74 },
  slim: { weight: 700, most: 104, least: 84 },
  tab: { weight: 700, most: 100, least: 84 },
};

/** Beside the label of a tab: its icon, the gap, and what is free at both ends. */
export const TAB = { icon: 92, gap: 30, padding: 70 } as const;

interface Text {
  readonly kind: KindOfText;
  readonly text: string;
  readonly width: number;
  /** Where it stands in the file. */
  readonly path: string;
}

export type Sized = { readonly sizes: LetterSizes } | { readonly problems: readonly FileProblem[] };

/**
 * The largest sizes at which every text of a menu stands on a line of its own. One that does not, even at the smallest, is
 * a problem of the file: nothing is ever cut.
 */
export function letterSizes(tiles: readonly PlacedTile[], tabs: readonly PlacedTab[]): Sized {
  const texts = [...tiles.flatMap(textsOf), ...tabs.map(textOfTab)];
  const problems = [...texts.flatMap(strange), ...texts.flatMap(tooLong)];
  if (problems.length > 0) return { problems };
  const size = (kind: KindOfText): number => {
    const widest = texts.filter((one) => one.kind === kind).map(({ text, width }) => width / ems(kind, text));
    return Math.floor(Math.min(KINDS[kind].most, ...widest));
  };
  const sizes = { label: size('label'), note: size('note'), slim: size('slim'), tab: size('tab') };
  const low = tiles.filter((placed) => discSide(placed, sizes) === undefined);
  return low.length > 0 ? { problems: low.map(tooLow) } : { sizes };
}

export function weightOf(kind: KindOfText): Weight {
  return KINDS[kind].weight;
}

/** Width of a text in ems. */
export function ems(kind: KindOfText, text: string): number {
  return typeface(weightOf(kind)).width(text);
}

function textsOf({ tile: { label, note }, card, path }: PlacedTile): readonly Text[] {
  const width = textWidth(card);
  if (arrangementOf(card) === 'slim') return [{ kind: 'slim', text: label, width, path: `${path}.label` }];
  const noted = note === undefined ? [] : [{ kind: 'note' as const, text: note, width, path: `${path}.note` }];
  return [{ kind: 'label', text: label, width, path: `${path}.label` }, ...noted];
}

function textOfTab({ tab, area, path }: PlacedTab): Text {
  const width = area.width - 2 * TAB.padding - TAB.icon - TAB.gap;
  return { kind: 'tab', text: tab.label, width, path: `${path}.label` };
}

function strange({ kind, text, path }: Text): readonly FileProblem[] {
  const { has } = typeface(weightOf(kind));
  const unknown = Array.from(text).filter((letter) => !has(letter.codePointAt(0) ?? 0));
  if (unknown.length === 0) return [];
  const problem = `“${text}” มีตัวที่แบบอักษรวาดไม่ได้: ${unknown.join(' ')}`;
  return [{ path, problem, fix: 'ลบออก ใช้อีโมจิไม่ได้ ให้เลือกรูปด้วย icon' }];
}

function tooLong({ kind, text, width, path }: Text): readonly FileProblem[] {
  const needed = ems(kind, text) * KINDS[kind].least;
  if (needed <= width) return [];
  const fix = `ย่อให้เหลือราว ${Math.floor((100 * width) / needed)}% ของเดิม หรือขยายช่องด้วย width หรือ height`;
  return [{ path, problem: `“${text}” ยาวเกินช่อง`, fix }];
}

function tooLow({ tile, path }: PlacedTile): FileProblem {
  const fix = 'เพิ่ม height ของแถว ลดจำนวนแถว หรือตัด note ออก';
  return { path, problem: `ช่อง “${tile.label}” เตี้ยเกินไป รูปกับข้อความวางไม่พอ`, fix };
}
