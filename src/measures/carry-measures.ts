import type { DraftMeasure } from '../assessment/draft-measure.ts';
import type { Clock } from '../clock.ts';
import { measures as collection } from '../store/collections.ts';
import type { AgencyStore } from '../store/port.ts';
import { writeNewMeasure } from './add-measure.ts';
import { applied } from './change-measure.ts';
import { measureId, type Measure } from './measure.ts';
import { measuresOfYear } from './plan-measure.ts';
import { isOpen } from './standing.ts';
import { writeProgress } from './write-progress.ts';

export interface Carried {
  /** Ids of the measures that now go on in the next year, old and new. */
  readonly carried: readonly { readonly from: string; readonly to: string; readonly title: string }[];
  /** Carried over by an earlier run. */
  readonly before: readonly string[];
  /** Done or stopped: they stay where they are. */
  readonly closed: readonly string[];
  /** The next year has 99 measures already. */
  readonly noNumberLeft: readonly string[];
}

/**
 * Lets what is unfinished in `year` go on in the next: as a measure of its own, linked to the old one, with its progress and, where it
 * is free, its number. Each once, however often it is run; broken off, it can be run again.
 */
export async function carryMeasures(store: AgencyStore, year: number, clock: Clock): Promise<Carried> {
  const at = clock();
  const result = {
    carried: [] as Carried['carried'][number][],
    before: [] as string[],
    closed: [] as string[],
    noNumberLeft: [] as string[],
  };
  for (const { id } of await measuresOfYear(store, year)) {
    const outcome = await carryOne(store, id, at);
    if (typeof outcome === 'string') result[outcome].push(id);
    else result.carried.push(outcome);
  }
  return result;
}

type Outcome = Carried['carried'][number] | 'before' | 'closed' | 'noNumberLeft';

function carryOne(store: AgencyStore, id: string, at: Date): Promise<Outcome> {
  return store.transaction<Outcome>(async (tx) => {
    const old = await tx.get(collection, id);
    if (old === undefined) return 'closed';
    if (old.carriedTo !== null) return 'before';
    if (!isOpen(old)) return 'closed';
    const doing = { by: 'command', at, entry: `carry-${id}` } as const;
    const next = await writeNewMeasure(
      tx,
      goingOn(old),
      { ...doing, entry: `carry-${id}-on` },
      { from: old.no, kind: 'carry' },
    );
    if (next === undefined) return 'noNumberLeft';
    const to = measureId(next);
    const what = { kind: 'carry', text: null, link: null, picture: null, undoes: null } as const;
    const { measure, progress } = applied({ ...old, carriedTo: to }, {}, doing, what);
    await writeProgress(tx, doing.entry, { measure, progress });
    return { from: id, to, title: old.title };
  });
}

/** The measure as it goes on. Its period and due day were the old year's; what it has got to stays. */
function goingOn(old: Measure): Omit<DraftMeasure, 'no'> & Partial<Measure> {
  const picture = old.lastNote?.picture?.state === 'kept' ? old.lastNote.picture : null;
  const { no: _, ...measure } = old;
  return {
    ...measure,
    fiscalYear: old.fiscalYear + 1,
    period: null,
    dueDate: null,
    lastNote: old.lastNote && { ...old.lastNote, picture },
    carriedFrom: measureId(old),
    carriedTo: null,
  };
}
