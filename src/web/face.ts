import type { Score } from '../feedback/scale.ts';
import { Html } from './html.ts';

/** Mouths from worst to best; drawn, because not every phone and counter PC has emoji. */
const MOUTHS: Readonly<Record<Score, string>> = {
  0: 'M15 36q9-12 18 0',
  33: 'M16 34q8-5 16 0',
  67: 'M16 31q8 6 16 0',
  100: 'M14 29h20q-2 10-10 10t-10-10z',
};

/** The face of a score as SVG in the colour of the text around it. Says nothing to a screen reader: its name stands beside it. */
export function face(score: Score): Html {
  return new Html(
    '<svg class="face" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true" focusable="false">' +
      '<circle cx="24" cy="24" r="21"/><circle class="eye" cx="17" cy="20" r="2.5"/><circle class="eye" cx="31" cy="20" r="2.5"/>' +
      `<path d="${MOUTHS[score]}"/></svg>`,
  );
}
