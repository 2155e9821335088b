import { everyDoc } from './every-doc.ts';
import type { AgencyStore, Collection } from './port.ts';

/** Deletes every document of a collection that `isOver`, each in a transaction of its own. All are looked at. Throws StoreError. */
export async function removeWhere<T>(
  store: AgencyStore,
  collection: Collection<T>,
  isOver: (data: T) => boolean,
): Promise<void> {
  for await (const { id, data } of everyDoc(store, collection)) {
    if (!isOver(data)) continue;
    await store.transaction(async (tx) => {
      const known = await tx.get(collection, id);
      // It may have come to life again, or something new may have been written under the same id, since.
      if (known !== undefined && isOver(known)) await tx.delete(collection, id);
    });
  }
}
