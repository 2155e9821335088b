/**
 * Icons as lines in a square of 100, drawn with round ends; `fill="currentColor"` marks what is solid. A new one is a new entry
 * here: layout files name it.
 */
const ICONS = {
  /** A gauge: the score. */
  score:
    '<path d="M14 80a42 42 0 1 1 72 0"/><path d="M50 66L68 40"/><circle cx="50" cy="66" r="6" fill="currentColor"/>',
  /** Bars, one of them short: where it is weak. */
  weakness: '<path d="M10 87H90M19 87V32H33V87M43 87V16H57V87"/><path d="M68 87V62H80V87Z" fill="currentColor"/>',
  /** A list with ticks: what is being done. */
  measures:
    '<path d="M32 22H22V88H78V22H68"/><path d="M36 14H64V30H36Z"/><path d="M34 49l7 7 12-14M34 70l7 7 12-14M64 50H68M64 71H68"/>',
  /** A face in a bubble: say what you think. */
  feedback:
    '<path d="M22 16H78a10 10 0 0 1 10 10V62a10 10 0 0 1-10 10H50L32 88V72H22a10 10 0 0 1-10-10V26a10 10 0 0 1 10-10Z"/><path d="M37 36V40M63 36V40M34 51c8 11 24 11 32 0"/>',
  /** Two bubbles: what others said. */
  voices:
    '<path d="M18 14H60a8 8 0 0 1 8 8V44a8 8 0 0 1-8 8H36L22 64V52H18a8 8 0 0 1-8-8V22a8 8 0 0 1 8-8Z"/><path d="M80 36h2a8 8 0 0 1 8 8V66a8 8 0 0 1-8 8H78V88L62 74H48a8 8 0 0 1-8-8"/>',
  /** A public building: the agency. */
  contact: '<path d="M12 40L50 14 88 40Z"/><path d="M22 52V76M41 52V76M59 52V76M78 52V76M12 87H88"/>',
  /** A shield with an exclamation mark. */
  shield:
    '<path d="M50 12L82 23V48c0 20-13 33-32 40C31 81 18 68 18 48V23Z"/><path d="M50 34V53"/><circle cx="50" cy="67" r="1.5" fill="currentColor"/>',
  /** A question mark. */
  help: '<circle cx="50" cy="50" r="38"/><path d="M38 40a12 12 0 1 1 17 11c-4 2-5 4-5 8"/><circle cx="50" cy="72" r="1.5" fill="currentColor"/>',
  /** A day of the calendar. */
  today:
    '<path d="M22 24H78a8 8 0 0 1 8 8V78a8 8 0 0 1-8 8H22a8 8 0 0 1-8-8V32a8 8 0 0 1 8-8ZM14 44H86M34 14V30M66 14V30"/><path d="M37 64l9 9 18-18"/>',
  /** A briefcase: one's own work. */
  work: '<path d="M18 34H82a6 6 0 0 1 6 6V80a6 6 0 0 1-6 6H18a6 6 0 0 1-6-6V40a6 6 0 0 1 6-6ZM36 34V24a6 6 0 0 1 6-6H58a6 6 0 0 1 6 6V34M12 56H88M50 51V61"/>',
  /** A tray with something in it. */
  inbox:
    '<path d="M14 58L26 18H74L86 58V80a6 6 0 0 1-6 6H20a6 6 0 0 1-6-6ZM14 58H34c2 10 8 14 16 14s14-4 16-14H86"/><path d="M36 36H64"/>',
  /** A QR code. */
  qr: '<path d="M14 14H40V40H14ZM60 14H86V40H60ZM14 60H40V86H14Z"/><path d="M61 61H65M82 61H86M72 72H76M61 84H65M83 82H86" stroke-width="9"/><path d="M26.500 27H27.500M72.500 27H73.500M26.500 73H27.500" stroke-width="10"/>',
  /** Columns of notes. */
  board:
    '<path d="M20 14H80a6 6 0 0 1 6 6V80a6 6 0 0 1-6 6H20a6 6 0 0 1-6-6V20a6 6 0 0 1 6-6Z"/><path d="M32 31V69M50 31V45M68 31V57" stroke-width="10"/>',
  /** A clock turned back. */
  history: '<path d="M20 33A36 36 0 1 1 14 54"/><path d="M17 14V35H38M50 32V53L64 62"/>',
  /** Two people. */
  people:
    '<circle cx="37" cy="33" r="16"/><path d="M10 84c0-34 54-34 54 0Z"/><path d="M62 18a16 16 0 0 1 0 30M74 60c10 3 16 11 16 24"/>',
  /** One more person. */
  invite: '<circle cx="40" cy="33" r="17"/><path d="M10 86c0-36 60-36 60 0Z"/><path d="M82 26V50M70 38H94"/>',
  /** Two arrows: the other view. */
  swap: '<path d="M16 36H82L66 20M84 64H18L34 80"/>',
} as const satisfies Readonly<Record<string, string>>;

export type IconName = keyof typeof ICONS;
export const ICON_NAMES = Object.keys(ICONS) as [IconName, ...IconName[]];

/** An icon of `side` by `side` in one colour, its upper left corner at `x`, `y`. */
export function iconSvg(name: IconName, x: number, y: number, side: number, colour: string): string {
  return [
    `<g transform="translate(${Math.round(x)} ${Math.round(y)}) scale(${side / 100})" color="${colour}" fill="none"`,
    ` stroke="${colour}" stroke-width="7" stroke-linecap="round" stroke-linejoin="round">${ICONS[name]}</g>`,
  ].join('');
}
