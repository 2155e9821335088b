// A bubble: header, hero, body and footer, one below the other.
import { el } from '../element.ts';
import { field, isTrueAt, textAt, wordAt } from '../read-json.ts';
import { drawBox } from './box.ts';
import { colourAt } from './css-values.ts';
import type { Drawing, Place } from './drawing.ts';
import { BUBBLE_SIZES, BUBBLE_WIDTHS, blockPadding } from './sizes.ts';
import type { BubbleSize } from './sizes.ts';
import { makeTappable } from './tap.ts';

const BLOCKS = ['header', 'hero', 'body', 'footer'] as const;
type Block = (typeof BLOCKS)[number];

const TOP: Place = { layout: 'vertical', depth: 0 };

function content(json: unknown, block: Block, size: BubbleSize, hasFooter: boolean, drawing: Drawing) {
  const type = textAt(json, 'type');
  if (block === 'hero')
    return type === 'box' || type === 'image' || type === 'video' ? drawing.component(json, TOP) : null;
  return type === 'box' ? drawBox(json, TOP, drawing, blockPadding(size, block, hasFooter)) : null;
}

function blockStyle(element: HTMLElement, styles: unknown, first: boolean): void {
  element.style.backgroundColor = colourAt(styles, 'backgroundColor') ?? '';
  if (first || !isTrueAt(styles, 'separator')) return;
  element.classList.add('fx-block-line');
  element.style.borderTopColor = colourAt(styles, 'separatorColor') ?? '';
}

/** Draws one bubble. The size gives the width it would like; the place around it may be narrower. */
export function drawBubble(json: unknown, drawing: Drawing): HTMLElement {
  const size = wordAt(json, 'size', BUBBLE_SIZES) ?? 'mega';
  const bubble = el('div', { class: `fx-bubble fx-${size}`, dir: textAt(json, 'direction') === 'rtl' ? 'rtl' : 'ltr' });
  bubble.style.setProperty('--bubble-width', `${BUBBLE_WIDTHS[size]}px`);
  const hasFooter = field(json, 'footer') !== undefined;
  for (const block of BLOCKS) {
    const drawn = content(field(json, block), block, size, hasFooter, drawing);
    if (!drawn) continue;
    const element = el('div', { class: `fx-block fx-${block}` }, drawn);
    blockStyle(element, field(field(json, 'styles'), block), bubble.childElementCount === 0);
    bubble.append(element);
  }
  makeTappable(bubble, json, 0, drawing);
  return bubble;
}
