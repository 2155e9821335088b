// Flex Message to DOM. The JSON is untrusted: depth and number of components are bounded, values are checked one by one.
import { el } from '../element.ts';
import { listAt, textAt } from '../read-json.ts';
import { drawBox } from './box.ts';
import { drawBubble } from './bubble.ts';
import { drawButton } from './button.ts';
import { colourAt } from './css-values.ts';
import type { Drawing, Place } from './drawing.ts';
import { drawIcon, drawImage, drawVideo } from './image.ts';
import { place } from './placement.ts';
import { drawText } from './text.ts';

/** Deepest nesting drawn. LINE names no limit; real cards stay under 10, and a browser lays 32 out at once. */
const DEEPEST = 32;
/** Most components drawn in one message; LINE's 50 KB of JSON hold fewer than this. The rest is left out. */
const MOST = 3000;
/** LINE: at most 12 bubbles in a carousel. */
const MOST_BUBBLES = 12;

function drawSeparator(json: unknown, at: Place): HTMLElement {
  const line = el('div', { class: 'fx fx-separator' });
  line.style.backgroundColor = colourAt(json, 'color') ?? '';
  place(line, json, at.layout);
  return line;
}

function drawFiller(json: unknown, at: Place): HTMLElement {
  const filler = el('div', { class: 'fx' });
  place(filler, json, at.layout);
  return filler;
}

function newDrawing(act: (action: unknown) => void): Drawing {
  let left = MOST;
  const drawing: Drawing = {
    act,
    component(json, at) {
      left -= 1;
      if (left < 0 || at.depth > DEEPEST) return null;
      switch (textAt(json, 'type')) {
        case 'box':
          return drawBox(json, at, drawing);
        case 'text':
          return drawText(json, at, drawing);
        case 'image':
          return drawImage(json, at, drawing);
        case 'icon':
          return drawIcon(json, at);
        case 'button':
          return drawButton(json, at, drawing);
        case 'separator':
          return drawSeparator(json, at);
        case 'filler':
          return drawFiller(json, at);
        case 'video':
          return drawVideo(json, at, drawing);
        default:
          return null;
      }
    },
  };
  return drawing;
}

/**
 * Draws a Flex container (bubble or carousel).
 * @param contents the container's JSON, from anywhere
 * @param altText read out by screen readers as the name of the card
 * @param act does what a tapped action says
 */
export function drawFlex(contents: unknown, altText: string, act: (action: unknown) => void): HTMLElement {
  const drawing = newDrawing(act);
  if (textAt(contents, 'type') !== 'carousel') {
    return el('div', { class: 'flex', role: 'group', 'aria-label': altText }, drawBubble(contents, drawing));
  }
  const bubbles = listAt(contents, 'contents').slice(0, MOST_BUBBLES);
  // Focusable, so that the arrow keys scroll it.
  return el(
    'div',
    { class: 'flex flex-carousel', role: 'group', 'aria-label': altText, tabindex: '0' },
    ...bubbles.map((bubble) => drawBubble(bubble, drawing)),
  );
}
