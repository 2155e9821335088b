// Flex text and its spans.
import { el } from '../element.ts';
import { isTrueAt, listAt, numberAt, textAt, wordAt } from '../read-json.ts';
import { colourAt, lengthAt } from './css-values.ts';
import type { Drawing, Place } from './drawing.ts';
import { shrinkToFit } from './fit-text.ts';
import { place } from './placement.ts';
import { NO_WORDS, TEXT_SIZES } from './sizes.ts';
import { makeTappable } from './tap.ts';

/** Most lines a clamp is set for; beyond it nothing is cut. */
const MOST_LINES = 1000;

function letterStyle(style: CSSStyleDeclaration, json: unknown): void {
  style.fontSize = lengthAt(json, 'size', TEXT_SIZES, { percent: false }) ?? '';
  style.color = colourAt(json, 'color') ?? '';
  const weight = wordAt(json, 'weight', ['regular', 'bold']);
  if (weight) style.fontWeight = weight === 'bold' ? '700' : '400';
  style.fontStyle = wordAt(json, 'style', ['normal', 'italic']) ?? '';
  style.textDecorationLine = wordAt(json, 'decoration', ['none', 'underline', 'line-through']) ?? '';
}

function spans(json: unknown): HTMLElement[] {
  return listAt(json, 'contents')
    .filter((span) => textAt(span, 'type') === 'span')
    .map((span) => {
      const made = el('span', {}, textAt(span, 'text') ?? '');
      letterStyle(made.style, span);
      return made;
    });
}

function wrapLines(line: HTMLElement, json: unknown): void {
  line.classList.add('fx-wrap');
  const lines = numberAt(json, 'maxLines') ?? 0;
  if (lines >= 1 && lines <= MOST_LINES) {
    line.classList.add('fx-clamp');
    line.style.setProperty('-webkit-line-clamp', String(Math.floor(lines)));
  }
  const extra = lengthAt(json, 'lineSpacing', NO_WORDS, { percent: false });
  if (extra) {
    // Space goes between the lines, not above the first and below the last.
    line.style.lineHeight = `calc(1.4em + ${extra})`;
    line.style.marginBlock = `calc(${extra} / -2)`;
  }
}

export function drawText(json: unknown, at: Place, drawing: Drawing): HTMLElement {
  const line = el('p', { class: 'fx-line' });
  letterStyle(line.style, json);
  line.style.textAlign = wordAt(json, 'align', ['start', 'end', 'center']) ?? '';
  const parts = spans(json);
  if (parts.length > 0) line.append(...parts);
  else line.textContent = textAt(json, 'text') ?? '';
  if (isTrueAt(json, 'wrap')) wrapLines(line, json);
  else if (textAt(json, 'adjustMode') === 'shrink-to-fit') {
    shrinkToFit(line, Number.parseFloat(line.style.fontSize) || (TEXT_SIZES.get('md') ?? 16));
  }
  const text = el('div', { class: 'fx fx-text' }, line);
  place(text, json, at.layout);
  makeTappable(text, json, at.depth, drawing);
  return text;
}
