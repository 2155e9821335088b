// A Flex button.
import { button, el } from '../element.ts';
import { field, textAt, wordAt } from '../read-json.ts';
import { colourAt } from './css-values.ts';
import type { Drawing, Place } from './drawing.ts';
import { shrinkToFit } from './fit-text.ts';
import { place } from './placement.ts';
import { BUTTON_HEIGHTS } from './sizes.ts';

/** Label size in pixels. [flex2html.css] */
const LABEL_SIZE = 16;

export function drawButton(json: unknown, at: Place, drawing: Drawing): HTMLElement {
  const action = field(json, 'action');
  const look = wordAt(json, 'style', ['primary', 'secondary', 'link']) ?? 'link';
  const label = el('span', { class: 'fx-label' }, textAt(action, 'label') ?? '');
  const made = button({ class: `fx-press fx-${look}` }, () => drawing.act(action), label);
  made.style.height = `${BUTTON_HEIGHTS[wordAt(json, 'height', ['sm', 'md']) ?? 'md']}px`;
  const colour = colourAt(json, 'color');
  if (colour && look === 'link') made.style.color = colour;
  else if (colour) made.style.backgroundColor = colour;
  if (textAt(json, 'adjustMode') === 'shrink-to-fit') shrinkToFit(label, LABEL_SIZE);
  const outer = el('div', { class: 'fx fx-button' }, made);
  place(outer, json, at.layout);
  return outer;
}
