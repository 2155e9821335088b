// A short notice at the bottom of the phone.
import { byId } from './element.ts';

/** How long a notice stays, in milliseconds: long enough to read two lines. */
const STAYS = 5000;

let timer = 0;

/** Shows a notice; the next one takes its place. */
export function toast(text: string): void {
  const place = byId('toast');
  place.textContent = text;
  place.hidden = false;
  clearTimeout(timer);
  timer = setTimeout(() => (place.hidden = true), STAYS);
}

/** Waits for a change and says so when it fails. True when it went well. */
export async function orToast(work: Promise<void>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    toast(error instanceof Error ? error.message : String(error));
    return false;
  }
}
