import type { AgencyStore, Collection, Doc } from '../store/port.ts';

const ON_A_PAGE = 100;

/** Documents by a field, the newest first: one to begin with, because mostly it says that nothing is new; then many at once. */
export async function* newestFirst<T>(
  store: AgencyStore,
  collection: Collection<T>,
  field: string,
): AsyncGenerator<Doc<T>> {
  let after: string | undefined;
  let limit = 1;
  do {
    const page = await store.query(collection, {
      orderBy: { field, direction: 'desc' },
      limit,
      ...(after === undefined ? {} : { after }),
    });
    yield* page.docs;
    after = page.next;
    limit = ON_A_PAGE;
  } while (after !== undefined);
}
