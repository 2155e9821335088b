import type { AgencyStore, Collection, Doc, Query } from './port.ts';

const PAGE = 1_000;

/** All documents of a collection, or those that match, page by page, by id. Throws StoreError. */
export async function* everyDoc<T>(
  store: AgencyStore,
  collection: Collection<T>,
  matching: Pick<Query, 'equal'> = {},
): AsyncGenerator<Doc<T>> {
  let after: string | undefined;
  do {
    const page = await store.query(collection, { ...matching, limit: PAGE, ...(after === undefined ? {} : { after }) });
    yield* page.docs;
    after = page.next;
  } while (after !== undefined);
}
