import { messageRefOf } from '../message-ref.ts';
import { measures, pictures, progress as history } from '../store/collections.ts';
import type { AgencyStore } from '../store/port.ts';
import { applied } from './change-measure.ts';
import type { Measure, Standing } from './measure.ts';
import { withPictureAsItIs } from './pictures/picture-as-it-is.ts';
import type { Progress } from './progress.ts';
import { writeProgress } from './write-progress.ts';

/**
 * Somebody took back the LINE message that was a note or a picture: it is removed from the measure and its history, the picture
 * deleted; only the audit still has the words. Was it the last thing that happened to the measure, all is as it was before. Nothing
 * happens for any other message. One query. `atMs`: when it was taken back.
 */
export async function takeBackNote(store: AgencyStore, messageId: string, atMs: number): Promise<void> {
  const { docs } = await store.query(history, { equal: { messageRef: messageRefOf(messageId) }, limit: 1 });
  const id = docs[0]?.id;
  if (id !== undefined) await takeBack(store, id, new Date(atMs));
}

function takeBack(store: AgencyStore, id: string, at: Date): Promise<void> {
  return store.transaction(async (tx) => {
    const entry = await tx.get(history, id);
    if (entry === undefined || entry.undone || (entry.kind !== 'note' && entry.kind !== 'picture')) return;
    const measure = await tx.get(measures, entry.measure);
    await tx.set(history, id, { ...entry, undone: true, text: null, link: null, picture: null, after: {} });
    if (entry.picture !== null) await tx.delete(pictures, entry.picture.id);
    if (measure === undefined) return;
    const doing = { by: entry.by, at, entry: `unsent-${id}`.slice(0, 100) };
    const what = { kind: 'undo', text: null, link: null, picture: null, undoes: id } as const;
    const changed = applied(measure, before(measure, entry), doing, what);
    await writeProgress(tx, doing.entry, { ...changed, measure: await withPictureAsItIs(tx, changed.measure) });
  });
}

function before(measure: Measure, entry: Progress): Partial<Standing> {
  if (measure.revision === entry.revision) return entry.before;
  return { lastNote: without(measure.lastNote, entry) };
}

/** The last note without what came with `entry`; null if nothing is left of it. */
function without(note: Measure['lastNote'], { text, link, picture }: Progress): Measure['lastNote'] {
  if (note === null) return null;
  const left = {
    text: note.text === text ? null : note.text,
    link: note.link === link ? null : note.link,
    picture: note.picture?.id === picture?.id ? null : note.picture,
  };
  return left.text === null && left.link === null && left.picture === null ? null : { ...note, ...left };
}
