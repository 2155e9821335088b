// The loading indicator: three dots until the next message of the account, or until its time is over.
import type { Entry } from './contract.ts';
import { el } from './element.ts';

/** LINE: 5 to 60 seconds. */
const LONGEST_SECONDS = 60;

/** Milliseconds that the indicator still has to run at `now`; 0 when none is running. */
export function loadingLeft(entries: readonly Entry[], now: number): number {
  const last = entries.findLast((entry) => entry.kind === 'in' || entry.loadingSeconds !== undefined);
  const seconds = Math.min(last?.loadingSeconds ?? 0, LONGEST_SECONDS);
  return last ? Math.max(0, Date.parse(last.at) + seconds * 1000 - now) : 0;
}

export function drawDots(): HTMLElement {
  const dots = el('span', { class: 'dots', 'aria-hidden': 'true' }, el('i'), el('i'), el('i'));
  return el('div', { class: 'loading' }, dots, el('span', { class: 'for-readers' }, 'กำลังเตรียมคำตอบ'));
}
