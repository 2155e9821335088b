// A Flex box: lays its children out across, down or on a baseline.
import { field, listAt, textAt, wordAt } from '../read-json.ts';
import { el } from '../element.ts';
import { angleAt, colourAt, lengthAt, percentAt } from './css-values.ts';
import { isAcross } from './drawing.ts';
import type { Drawing, Layout, Place } from './drawing.ts';
import { isAbsolute, place, setGap } from './placement.ts';
import { BORDER_WIDTHS, NO_WORDS, SPACES } from './sizes.ts';
import { makeTappable } from './tap.ts';

const LENGTHS = [
  ['width', 'width', NO_WORDS],
  ['maxWidth', 'max-width', NO_WORDS],
  ['height', 'height', NO_WORDS],
  ['maxHeight', 'max-height', NO_WORDS],
  ['paddingAll', 'padding', SPACES],
  ['paddingTop', 'padding-top', SPACES],
  ['paddingBottom', 'padding-bottom', SPACES],
  ['paddingStart', 'padding-inline-start', SPACES],
  ['paddingEnd', 'padding-inline-end', SPACES],
  ['borderWidth', 'border-width', BORDER_WIDTHS],
  ['cornerRadius', 'border-radius', SPACES],
] as const;

const JUSTIFY = ['flex-start', 'center', 'flex-end', 'space-between', 'space-around', 'space-evenly'] as const;
const ALIGN = ['flex-start', 'center', 'flex-end'] as const;

function gradient(json: unknown): string | undefined {
  const background = field(json, 'background');
  if (textAt(background, 'type') !== 'linearGradient') return undefined;
  const angle = angleAt(background, 'angle');
  const start = colourAt(background, 'startColor');
  const end = colourAt(background, 'endColor');
  if (!angle || !start || !end) return undefined;
  const center = colourAt(background, 'centerColor');
  const middle = center ? `${center} ${percentAt(background, 'centerPosition') ?? '50%'}, ` : '';
  return `linear-gradient(${angle}, ${start}, ${middle}${end})`;
}

function paint(style: CSSStyleDeclaration, json: unknown): void {
  for (const [key, property, words] of LENGTHS) {
    const percent = key !== 'borderWidth' && key !== 'cornerRadius';
    const length = lengthAt(json, key, words, { percent });
    if (length) style.setProperty(property, length);
  }
  style.backgroundColor = colourAt(json, 'backgroundColor') ?? '';
  style.backgroundImage = gradient(json) ?? '';
  style.borderColor = colourAt(json, 'borderColor') ?? '';
  style.justifyContent = wordAt(json, 'justifyContent', JUSTIFY) ?? '';
  style.alignItems = wordAt(json, 'alignItems', ALIGN) ?? '';
}

/** Draws a box and everything in it. `padding` is the block's own padding, used where the box sets none. */
export function drawBox(json: unknown, at: Place, drawing: Drawing, padding = ''): HTMLElement {
  const layout: Layout = wordAt(json, 'layout', ['horizontal', 'vertical', 'baseline']) ?? 'vertical';
  const box = el('div', { class: `fx fx-box fx-${layout}` });
  if (padding) box.style.padding = padding;
  paint(box.style, json);
  const fillsWidth = isAcross(layout) && at.layout === 'vertical' && !isAbsolute(json);
  if (fillsWidth && !box.style.width) box.style.width = '100%';
  place(box, json, at.layout);

  const spacing = lengthAt(json, 'spacing', SPACES, { percent: false });
  let first = true;
  for (const childJson of listAt(json, 'contents')) {
    const child = drawing.component(childJson, { layout, depth: at.depth + 1 });
    if (!child) continue;
    const outside = isAbsolute(childJson);
    const spaced = spacing && !first && !outside && textAt(childJson, 'type') !== 'filler';
    // A margin of the child's own takes the place of the spacing.
    if (spaced && lengthAt(childJson, 'margin', SPACES, { percent: false }) === undefined)
      setGap(child, layout, spacing);
    if (!outside) first = false;
    box.append(child);
  }
  makeTappable(box, json, at.depth, drawing);
  return box;
}
