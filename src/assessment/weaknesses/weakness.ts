import type { Instrument } from '../assessment.ts';

/**
 * - `indicator`: under the target, or under the agency's own overall score.
 * - `item`: a question the report itself names as something to improve.
 * - `instrument`: IIT, EIT or OIT under the bar of the next level.
 * - `drop`: lower than the year before, and not named for another reason.
 */
type WeaknessKind = 'indicator' | 'item' | 'instrument' | 'drop';

/** Something that needs work, and why it was picked. */
export interface Weakness {
  readonly kind: WeaknessKind;
  /** 1–10; for `item` the indicator it belongs to; null for `instrument`. */
  readonly indicator: number | null;
  /** Item code for kind `item`, else null. */
  readonly item: string | null;
  readonly instrument: Instrument;
  /** 0–100; null if the report gives none. Never estimated. */
  readonly score: number | null;
  /** Points against the year before, negative is lower; null if there is nothing to compare with. */
  readonly change: number | null;
  /** Codes of the weak items under an indicator, in order of number; empty for other kinds. */
  readonly items: readonly string[];
  /** What the report advises, for items; else null. */
  readonly advice: string | null;
  /** Thai, short, for showing. */
  readonly reason: string;
  /** The larger, the earlier it is named; only its order means something. */
  readonly weight: number;
}
