// Where a component goes inside its box: flex share, margin, gravity, relative and absolute offsets.
import { numberAt, textAt, wordAt } from '../read-json.ts';
import { lengthAt } from './css-values.ts';
import { isAcross } from './drawing.ts';
import type { Layout } from './drawing.ts';
import { SPACES } from './sizes.ts';

const OFFSETS = [
  ['offsetTop', 'top'],
  ['offsetBottom', 'bottom'],
  ['offsetStart', 'inset-inline-start'],
  ['offsetEnd', 'inset-inline-end'],
] as const;

const GRAVITY = { top: 'flex-start', center: 'center', bottom: 'flex-end' } as const;

export function isAbsolute(json: unknown): boolean {
  return textAt(json, 'position') === 'absolute';
}

/**
 * The flex share of a child. LINE's defaults: 1 across, 0 down; 0 means as large as the content. Icons, separators and
 * boxes with a size of their own along the axis take no share.
 */
function share(json: unknown, layout: Layout): number {
  const type = textAt(json, 'type');
  if (type === 'icon' || type === 'separator') return 0;
  const fixed = type === 'box' && textAt(json, isAcross(layout) ? 'width' : 'height') !== undefined;
  if (fixed) return 0;
  const given = numberAt(json, 'flex');
  if (given !== undefined && given >= 0) return Math.min(given, 10_000);
  if (type === 'filler') return 1;
  return isAcross(layout) ? 1 : 0;
}

/** Applies flex share, margin, gravity and offsets to a component's outer element. */
export function place(element: HTMLElement, json: unknown, layout: Layout): void {
  const style = element.style;
  for (const [key, property] of OFFSETS) {
    const offset = lengthAt(json, key, SPACES, { percent: true });
    if (offset) style.setProperty(property, offset);
  }
  const gravity = wordAt(json, 'gravity', ['top', 'center', 'bottom']);
  if (gravity && layout !== 'baseline') style.justifyContent = GRAVITY[gravity];
  if (isAbsolute(json)) {
    style.position = 'absolute';
    return;
  }
  const parts = share(json, layout);
  if (parts === 0) style.flex = '0 0 auto';
  // Across, the whole width is shared; down, only the height that is left over. [flex2html.css]
  else style.flex = isAcross(layout) ? `${parts} 0 0px` : `${parts} 0 auto`;
  const margin = lengthAt(json, 'margin', SPACES, { percent: false });
  if (margin) setGap(element, layout, margin);
}

/** Sets the gap between a component and the one before it. */
export function setGap(element: HTMLElement, layout: Layout, gap: string): void {
  element.style.setProperty(isAcross(layout) ? 'margin-inline-start' : 'margin-top', gap);
}
