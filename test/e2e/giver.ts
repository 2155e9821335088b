import { SCORES, type Score } from '../../src/feedback/scale.ts';

/** What somebody knows about their own answer in the end. */
export interface Giver {
  /** Every reference they were thanked with. */
  readonly references: ReadonlySet<string>;
  /** The face they tapped last. */
  readonly score: Score;
  /** What must not be found anywhere: the LINE user id, or what the cookie holds. */
  readonly secret: string;
  /** How often something was sent again because no good answer came. */
  readonly again: number;
}

/** What this person taps: first and at last, and whether their finger trembles. */
export function whatIsTapped(no: number): { readonly first: Score; readonly last: Score; readonly twice: boolean } {
  const [first = 0, last = 0] = [SCORES[no % 4], SCORES[(no + 1) % 4]];
  return { first, last: no % 10 === 6 ? last : first, twice: no % 10 === 3 };
}
