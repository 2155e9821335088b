// Pixels behind LINE's size words. LINE documents the words and not the pixels, so these are measurements of others:
// [1] mika-f/react-line-flex-message-renderer, packages/core/src/utils/styles.ts
// [2] PamornT/flex2html, css/flex2html.css (follows the style sheet of LINE's own Flex Message Simulator)
// Where they differ (spacing xl and xxl, button md) [2] is used.

const STEPS = ['xxs', 'xs', 'sm', 'md', 'lg', 'xl', 'xxl', '3xl', '4xl', '5xl'] as const;

function steps(pixels: readonly number[]): ReadonlyMap<string, number> {
  return new Map(STEPS.map((word, index) => [word, pixels[index] ?? 0]));
}

/** No words: only pixels (and percentages where allowed). */
export const NO_WORDS: ReadonlyMap<string, number> = new Map();

/** Text, span and icon. [1] [2] */
export const TEXT_SIZES = steps([11, 13, 14, 16, 19, 22, 29, 35, 48, 74]);

/** Image width; `full` is handled by the image. [1] [2] */
export const IMAGE_SIZES = steps([40, 60, 80, 100, 120, 140, 160, 180, 200, 220]);

/** Margin, spacing, padding, offset and corner radius. [2] */
export const SPACES: ReadonlyMap<string, number> = new Map([
  ['none', 0],
  ['xs', 2],
  ['sm', 4],
  ['md', 8],
  ['lg', 12],
  ['xl', 16],
  ['xxl', 20],
]);

/** Border width. [2] */
export const BORDER_WIDTHS: ReadonlyMap<string, number> = new Map([
  ['none', 0],
  ['light', 0.5],
  ['normal', 1],
  ['medium', 2],
  ['semi-bold', 3],
  ['bold', 4],
]);

/** Button height. sm [1] [2]; md 52 [2], 48 [1]. */
export const BUTTON_HEIGHTS = { sm: 40, md: 52 } as const;

export const BUBBLE_SIZES = ['nano', 'micro', 'deca', 'hecto', 'kilo', 'mega', 'giga'] as const;
export type BubbleSize = (typeof BUBBLE_SIZES)[number];

/** Widest a bubble gets, in pixels; a narrower phone narrows it. [2] */
export const BUBBLE_WIDTHS: Readonly<Record<BubbleSize, number>> = {
  nano: 120,
  micro: 160,
  deca: 220,
  hecto: 241,
  kilo: 260,
  mega: 300,
  giga: 500,
};

/** Padding of a block whose box sets none: CSS shorthand. [2] */
export function blockPadding(size: BubbleSize, block: 'header' | 'body' | 'footer', hasFooter: boolean): string {
  if (block === 'footer') return '10px';
  if (size === 'nano' || size === 'micro') return '10px';
  if (size === 'deca' || size === 'hecto') return block === 'body' && hasFooter ? '11px 14px 17px' : '11px 14px 13px';
  if (size === 'kilo') return block === 'body' && hasFooter ? '13px 13px 17px' : '13px';
  if (block === 'header') return '20px';
  return hasFooter ? '19px 20px 10px' : '19px 20px 20px';
}
