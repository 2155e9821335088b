import type { DraftMeasure } from '../assessment/draft-measure.ts';
import { measures as collection } from '../store/collections.ts';
import type { Transaction } from '../store/port.ts';
import { measureId, NEW_MEASURE, type Measure } from './measure.ts';

/** Document ids, in order of the draft. */
export interface MeasureChanges {
  readonly created: readonly string[];
  /** Words brought up to date, progress kept. */
  readonly updated: readonly string[];
  /** Promised before, not any more, and never begun. */
  readonly removed: readonly string[];
  /** Left as they are: added by hand or promised by another year's report under the same number, or begun and not promised any more. */
  readonly kept: readonly string[];
}

/**
 * Writes the measures that the report of `promisedIn` promises. Whoever recorded progress keeps it: an existing measure only
 * gets the new words, and one that is no longer promised goes only if nothing was done for it yet.
 */
export async function writePromisedMeasures(
  tx: Transaction,
  promisedIn: number,
  now: readonly DraftMeasure[],
  before: readonly DraftMeasure[],
): Promise<MeasureChanges> {
  const changes = { created: [] as string[], updated: [] as string[], removed: [] as string[], kept: [] as string[] };
  const wanted = new Set(now.map(measureId));
  const gone = before.map(measureId).filter((id) => !wanted.has(id));
  const existing = new Map<string, Measure | undefined>();
  for (const id of [...wanted, ...gone]) existing.set(id, await tx.get(collection, id));

  for (const draft of now) {
    const id = measureId(draft);
    const stored = existing.get(id);
    if (stored !== undefined && stored.promisedIn !== promisedIn) {
      changes.kept.push(id);
      continue;
    }
    await tx.set(collection, id, { ...(stored ?? NEW_MEASURE), ...draft, promisedIn });
    changes[stored === undefined ? 'created' : 'updated'].push(id);
  }
  for (const id of gone) {
    const stored = existing.get(id);
    if (stored === undefined || stored.promisedIn !== promisedIn) continue;
    const begun = stored.revision > 0 || stored.status !== 'not-started' || stored.progressAt !== null;
    if (!begun) await tx.delete(collection, id);
    changes[begun ? 'kept' : 'removed'].push(id);
  }
  return changes;
}
