// Makes a box, image or text tappable without nesting buttons: a clear button laid over it, under any deeper one.
import { button } from '../element.ts';
import { field, textAt } from '../read-json.ts';
import type { Drawing } from './drawing.ts';

/** Buttons of the card lie above every laid-over button; nesting is bounded far below this. */
const LONGEST_NAME = 200;

/** Lays the tap area of `json.action` over the element. A component without an action stays as it is. */
export function makeTappable(element: HTMLElement, json: unknown, depth: number, drawing: Drawing): void {
  const action = field(json, 'action');
  if (typeof action !== 'object' || action === null) return;
  const name = textAt(action, 'label') ?? element.textContent.trim().slice(0, LONGEST_NAME);
  const tap = button({ class: 'fx-tap', 'aria-label': name || 'เปิด' }, () => drawing.act(action));
  tap.style.zIndex = String(depth + 1);
  element.classList.add('fx-tappable');
  element.append(tap);
}
