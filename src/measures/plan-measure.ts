import { measures as collection } from '../store/collections.ts';
import type { AgencyStore, Doc, Transaction } from '../store/port.ts';
import { writeNewMeasure } from './add-measure.ts';
import type { Change } from './change.ts';
import { changeMeasure, type Doing } from './change-measure.ts';
import { measureId, type Measure } from './measure.ts';
import type { PlannedMeasure } from './plan-file.ts';
import { writeProgress } from './write-progress.ts';

export type Planned =
  | { readonly kind: 'added' | 'updated' | 'unchanged'; readonly measure: Measure }
  /** That number is another measure's, which the report promised: its words are the report's. */
  | { readonly kind: 'number-taken'; readonly measure: Measure }
  | { readonly kind: 'no-number-left' };

/**
 * Brings a measure of the year into the store: adds it, or gives the one that is there its words, division and due day. Progress is
 * never touched, and the words of a measure that a report promised stay the report's. Doing it again has no further effect.
 * @param run Id of this run of the command and this measure in it: what is written is told apart by it.
 */
export async function planMeasure(
  store: AgencyStore,
  fiscalYear: number,
  planned: PlannedMeasure,
  { run, at }: { readonly run: string; readonly at: Date },
): Promise<Planned> {
  const known = await measuresOfYear(store, fiscalYear);
  const same = ({ data }: Doc<Measure>): boolean =>
    planned.no === undefined ? data.title === planned.title : data.no === planned.no;
  const id = known.find(same)?.id;
  const from = planned.no ?? Math.max(0, ...known.map(({ data }) => data.no)) + 1;
  return store.transaction<Planned>(async (tx) => {
    const stored = id === undefined ? undefined : await tx.get(collection, id);
    const doing = (part: number): Doing => ({ by: 'command', at, entry: `${run}-${part}` });
    if (stored !== undefined) return update(tx, stored, planned, doing);
    const { no: _, ...added } = planned;
    const measure = await writeNewMeasure(tx, { ...added, fiscalYear }, doing(0), { from });
    return measure ? { kind: 'added', measure } : { kind: 'no-number-left' };
  });
}

/** The measures of a year, by number. One query. */
export async function measuresOfYear(store: AgencyStore, fiscalYear: number): Promise<readonly Doc<Measure>[]> {
  const { docs } = await store.query(collection, { equal: { fiscalYear }, limit: 99 });
  return docs.toSorted((a, b) => a.data.no - b.data.no);
}

async function update(
  tx: Transaction,
  stored: Measure,
  planned: PlannedMeasure,
  doing: (part: number) => Doing,
): Promise<Planned> {
  const { no: _, division, dueDate, ...words } = planned;
  if (stored.promisedIn !== null && stored.title !== words.title) return { kind: 'number-taken', measure: stored };
  let measure = stored.promisedIn === null ? { ...stored, ...words } : stored;
  if (JSON.stringify(measure) !== JSON.stringify(stored)) await tx.set(collection, measureId(measure), measure);
  const changes: Change[] = [
    ...(division === null ? [] : [{ kind: 'assign', division } as const]),
    ...(dueDate === null ? [] : [{ kind: 'due', day: dueDate, sure: true } as const]),
  ];
  for (const [part, change] of changes.entries()) {
    const changed = changeMeasure(measure, change, doing(part));
    if (changed.kind === 'refused') continue;
    await writeProgress(tx, doing(part).entry, changed);
    ({ measure } = changed);
  }
  return { kind: JSON.stringify(measure) === JSON.stringify(stored) ? 'unchanged' : 'updated', measure };
}
