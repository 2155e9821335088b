import { measures, pictures, progress as history } from '../../store/collections.ts';
import type { AgencyStore } from '../../store/port.ts';
import { pictureRef, type Loss, type Picture } from './picture.ts';
import type { SmallPicture } from './shrink-picture.ts';

/**
 * Writes what became of a picture that was waited for: it is kept, or lost. The measure that shows it and the entry of its history
 * are told in the same transaction; revisions stay as they are, because nobody changed anything. Nothing happens if it was taken
 * back, or settled by another server, meanwhile.
 */
export function settlePicture(store: AgencyStore, id: string, outcome: SmallPicture | Loss): Promise<void> {
  return store.transaction(async (tx) => {
    const waiting = await tx.get(pictures, id);
    if (waiting?.state !== 'waiting') return;
    const measure = await tx.get(measures, waiting.measure);
    const entry = await tx.get(history, waiting.progress);
    const settled: Picture = { ...waiting, messageId: null, ...fieldsOf(outcome) };
    const picture = pictureRef(id, settled);
    await tx.set(pictures, id, settled);
    if (entry?.picture?.id === id) await tx.set(history, waiting.progress, { ...entry, picture });
    if (measure?.lastNote?.picture?.id === id)
      await tx.set(measures, waiting.measure, { ...measure, lastNote: { ...measure.lastNote, picture } });
  });
}

function fieldsOf(outcome: SmallPicture | Loss): Pick<Picture, 'state' | 'lostBecause' | 'jpeg' | 'width' | 'height'> {
  if (typeof outcome === 'string')
    return { state: 'lost', lostBecause: outcome, jpeg: null, width: null, height: null };
  const { jpeg, width, height } = outcome;
  return { state: 'kept', lostBecause: null, jpeg: jpeg.toString('base64'), width, height };
}
