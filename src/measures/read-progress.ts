import { progress } from '../store/collections.ts';
import type { AgencyStore, Doc } from '../store/port.ts';
import type { Progress } from './progress.ts';

/** Entries read at once; a measure of one year has a few dozen. */
const MOST = 200;

/** The history of a measure, newest first, without what was taken back. One query. */
export async function progressOf(store: AgencyStore, measure: string): Promise<readonly Doc<Progress>[]> {
  const orderBy = { field: 'revision', direction: 'desc' } as const;
  const { docs } = await store.query(progress, { equal: { measure }, orderBy, limit: MOST });
  return docs.filter(({ data }) => !data.undone);
}

/** What others or oneself did since the measure had revision `seen`, oldest first. One query. */
export async function progressSince(
  store: AgencyStore,
  measure: string,
  seen: number,
): Promise<readonly Doc<Progress>[]> {
  const all = await progressOf(store, measure);
  return all.filter(({ data }) => data.revision > seen).toReversed();
}
