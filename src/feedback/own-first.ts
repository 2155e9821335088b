/** One page of a list that is read on from a cursor, as the store gives it. */
export interface ListPage<T> {
  readonly docs: readonly T[];
  /** Present if there may be more. */
  readonly next?: string;
}
/** Reads at most `limit` entries after the cursor. */
export type ReadPage<T> = (limit: number, after: string | undefined) => Promise<ListPage<T>>;

/**
 * A page of two lists, the first to its end and then the second. `after` is the `next` of the page before. The lists must not share
 * entries.
 */
export async function ownFirst<T>(
  own: ReadPage<T>,
  rest: ReadPage<T>,
  limit: number,
  after: string | undefined,
): Promise<ListPage<T>> {
  const [list, cursor] = after === undefined ? ['own', undefined] : readNext(after);
  const first = list === 'own' ? await own(limit, cursor) : { docs: [] };
  if (first.next !== undefined) return { docs: first.docs, next: `own ${first.next}` };
  const room = limit - first.docs.length;
  if (room < 1) return { docs: first.docs, next: 'rest ' };
  const second = await rest(room, list === 'rest' ? cursor : undefined);
  return {
    docs: [...first.docs, ...second.docs],
    ...(second.next === undefined ? {} : { next: `rest ${second.next}` }),
  };
}

function readNext(after: string): readonly [list: string, cursor: string | undefined] {
  const [list = '', cursor = ''] = after.split(' ');
  return [list, cursor === '' ? undefined : cursor];
}
