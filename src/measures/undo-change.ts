import { applied, type Changed, type Doing } from './change-measure.ts';
import type { Measure } from './measure.ts';
import type { Progress } from './progress.ts';

/** How long one's own last change can be undone by a tap (ms). */
export const UNDO_MS = 10 * 60_000;

/**
 * Why a change is not undone: somebody has changed the measure since; it is not one's own; it is too long ago; it was undone
 * already or is an undoing itself, or a command made it.
 */
export type NotUndone = 'changed-since' | 'not-yours' | 'too-late' | 'not-undoable';

/** The measure as it was before its newest change, `last`, with a new revision; or why not. Pure. */
export function undoChange(
  measure: Measure,
  last: Progress,
  undoes: string,
  doing: Doing,
): (Changed & { readonly kind: 'changed' }) | { readonly kind: 'not-undone'; readonly reason: NotUndone } {
  const no = (reason: NotUndone) => ({ kind: 'not-undone', reason }) as const;
  if (last.undone || last.kind === 'undo' || last.kind === 'carry' || doing.by === 'command' || last.by === 'command')
    return no('not-undoable');
  if (last.by.handle !== doing.by.handle) return no('not-yours');
  if (last.revision !== measure.revision) return no('changed-since');
  if (doing.at.getTime() - last.atMs > UNDO_MS) return no('too-late');
  return applied(measure, last.before, doing, { kind: 'undo', text: null, link: null, picture: null, undoes });
}
