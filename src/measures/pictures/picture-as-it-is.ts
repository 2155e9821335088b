import { pictures } from '../../store/collections.ts';
import type { Transaction } from '../../store/port.ts';
import type { Measure } from '../measure.ts';
import { pictureRef } from './picture.ts';

/** A measure that gets an earlier note back: its picture may have been fetched, lost or deleted meanwhile. */
export async function withPictureAsItIs(tx: Transaction, measure: Measure): Promise<Measure> {
  const shown = measure.lastNote?.picture;
  if (!measure.lastNote || !shown) return measure;
  const picture = await tx.get(pictures, shown.id);
  return { ...measure, lastNote: { ...measure.lastNote, picture: picture ? pictureRef(shown.id, picture) : null } };
}
