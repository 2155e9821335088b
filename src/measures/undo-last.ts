import { actingStaff, actorOf } from '../people/acting-staff.ts';
import { measures, pictures, progress as history } from '../store/collections.ts';
import type { AgencyStore, Transaction } from '../store/port.ts';
import { recordChange } from '../audit/record-change.ts';
import type { Measure } from './measure.ts';
import { withPictureAsItIs } from './pictures/picture-as-it-is.ts';
import type { Progress } from './progress.ts';
import { undoChange, type NotUndone } from './undo-change.ts';
import type { Act } from './update-measure.ts';
import { auditOf, writeProgress } from './write-progress.ts';

export type Undone =
  /** `undone`: the entry that was taken back. */
  | { readonly kind: 'undone'; readonly measure: Measure; readonly undone: Progress }
  /** The measure had just been added, and is gone again. */
  | { readonly kind: 'removed'; readonly undone: Progress }
  | { readonly kind: 'not-undone'; readonly reason: NotUndone; readonly measure: Measure }
  | { readonly kind: 'gone' };

/**
 * Takes back the change after which the measure had revision `act.seen`, if it is one's own last one: everything is as it was
 * before, and a picture that came with it is deleted. The same event again changes nothing more. Throws NotAllowedError, StoreError.
 */
export function undoLast(store: AgencyStore, act: Act): Promise<Undone> {
  return store.transaction<Undone>(async (tx) => {
    const member = await actingStaff(tx, act.userId, 'staff');
    const measure = await tx.get(measures, act.measure);
    const again = await tx.get(history, act.eventId);
    if (again?.undoes != null) return doneBefore(tx, again.undoes, measure);
    if (measure === undefined) return { kind: 'gone' };
    const entry = measure.lastChange?.entry;
    const last = entry === undefined ? undefined : await tx.get(history, entry);
    if (entry === undefined || last === undefined || measure.revision !== act.seen)
      return { kind: 'not-undone', reason: 'changed-since', measure };
    const doing = { by: actorOf(member), at: new Date(act.atMs), entry: act.eventId };
    const changed = undoChange(measure, last, entry, doing);
    if (changed.kind === 'not-undone') return { ...changed, measure };
    await tx.set(history, entry, { ...last, undone: true });
    if (last.picture !== null) await tx.delete(pictures, last.picture.id);
    if (last.kind === 'add') {
      await tx.delete(measures, act.measure);
      // Another measure may get the number: nothing of this one belongs to its history.
      await tx.create(history, act.eventId, { ...changed.progress, undone: true });
      await recordChange(tx, act.eventId, auditOf(changed.progress, measure));
      return { kind: 'removed', undone: last };
    }
    const restored = await withPictureAsItIs(tx, changed.measure);
    await writeProgress(tx, act.eventId, { measure: restored, progress: changed.progress });
    return { kind: 'undone', measure: restored, undone: last };
  });
}

async function doneBefore(tx: Transaction, entry: string, measure: Measure | undefined): Promise<Undone> {
  const undone = await tx.get(history, entry);
  if (undone === undefined) return { kind: 'gone' };
  return measure === undefined ? { kind: 'removed', undone } : { kind: 'undone', measure, undone };
}
