import type { AgencyStore, Collection, Doc, Query } from './port.ts';

const PAGE = 1_000;

/** All documents of a collection, or those that match, page by page (`limit`, 1,000 by default), by id. Throws StoreError. */
export async function* everyDoc<T>(
  store: AgencyStore,
  collection: Collection<T>,
  matching: Pick<Query, 'equal' | 'limit'> = {},
): AsyncGenerator<Doc<T>> {
  let after: string | undefined;
  do {
    const page = await store.query(collection, { limit: PAGE, ...matching, ...(after === undefined ? {} : { after }) });
    yield* page.docs;
    after = page.next;
  } while (after !== undefined);
}
