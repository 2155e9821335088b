import type { Clock } from '../clock.ts';
import { unlinks } from '../store/collections.ts';
import { everyDoc } from '../store/every-doc.ts';
import type { AgencyStore } from '../store/port.ts';

/** How long LINE is tried to be told (ms): the id of somebody who was erased is not kept for longer, whatever happens. */
const UNLINK_WITHIN_MS = 24 * 60 * 60 * 1000;

/** Forgets those whom LINE could not be told about for a day. What they see is a menu that the chat refuses to work with. */
export async function dropLateUnlinks(store: AgencyStore, clock: Clock): Promise<void> {
  for await (const { id, data } of everyDoc(store, unlinks))
    if (clock().getTime() - data.sinceMs >= UNLINK_WITHIN_MS) await store.delete(unlinks, id);
}
