import type { DraftMeasure } from '../assessment/draft-measure.ts';
import { measures, progress as history } from '../store/collections.ts';
import { actingStaff, actorOf } from '../people/acting-staff.ts';
import type { AgencyStore, Transaction } from '../store/port.ts';
import { applied, type Doing } from './change-measure.ts';
import { measureId, NEW_MEASURE, type Measure } from './measure.ts';
import type { Act } from './update-measure.ts';
import { writeProgress } from './write-progress.ts';

/** What a measure that somebody adds says; the number is found for it. */
export type AddedMeasure = Omit<DraftMeasure, 'no'> & Partial<Pick<Measure, 'division' | 'dueDate'>>;

/** Numbers have two digits. */
const LAST_NO = 99;

export type Added =
  { readonly kind: 'added'; readonly measure: Measure } | { readonly kind: 'no-number-left' | 'gone' };

/**
 * Adds a measure in the name of a manager, under the first free number of its year from `from` on. The same event again adds nothing more; `gone`: it was added by this event and taken
 * back since. Throws NotAllowedError, StoreError.
 */
export function addMeasure(
  store: AgencyStore,
  act: Omit<Act, 'measure' | 'seen'>,
  added: AddedMeasure,
  from: number,
): Promise<Added> {
  return store.transaction<Added>(async (tx) => {
    const member = await actingStaff(tx, act.userId, 'manager');
    const before = await tx.get(history, act.eventId);
    if (before !== undefined) {
      const measure = before.undone ? undefined : await tx.get(measures, before.measure);
      return measure ? { kind: 'added', measure } : { kind: 'gone' };
    }
    const doing = { by: actorOf(member), at: new Date(act.atMs), entry: act.eventId };
    const measure = await writeNewMeasure(tx, added, doing, { from });
    return measure ? { kind: 'added', measure } : { kind: 'no-number-left' };
  });
}

/**
 * Writes a measure under the first number of its year that is free, from `from` on. Undefined if none is. `kind`: how it came to
 * be; `part`: which change of the same command run it is, for the audit.
 */
export async function writeNewMeasure(
  tx: Transaction,
  added: AddedMeasure & Partial<Measure>,
  doing: Doing,
  { from, kind = 'add', part = 0 }: { readonly from: number; readonly kind?: 'add' | 'carry'; readonly part?: number },
): Promise<Measure | undefined> {
  for (let no = from; no <= LAST_NO; no += 1) {
    const { revision, lastChange } = NEW_MEASURE;
    const measure: Measure = { ...NEW_MEASURE, promisedIn: null, ...added, no, revision, lastChange };
    if ((await tx.get(measures, measureId(measure))) !== undefined) continue;
    const made = applied(measure, {}, doing, { kind, text: null, link: null, picture: null, undoes: null });
    await writeProgress(tx, doing.entry, made, part);
    return made.measure;
  }
  return undefined;
}
