import { feedback, qrcodes } from '../store/collections.ts';
import type { AgencyStore, Doc } from '../store/port.ts';
import { ownFirst, type ListPage } from './own-first.ts';
import type { QrCode } from './qr-code.ts';

/** Whose codes come first: those of the division, or for somebody without one those they made. */
export interface Officer {
  readonly division: string | null;
  readonly handle: string;
}

const NEWEST_FIRST = { field: 'createdAt', direction: 'desc' } as const;
/** Queries for one page at most; past it a page is handed out although it is not full. */
const MAX_QUERIES = 20;

/** The codes of a round, the officer's own first, each part newest first. */
export function listOfficersCodes(
  store: AgencyStore,
  fiscalYear: number,
  { division, handle }: Officer,
  limit: number,
  after?: string,
): Promise<ListPage<Doc<QrCode>>> {
  const own = division === null ? { madeBy: handle } : { division };
  const isOwn = ({ data }: Doc<QrCode>): boolean =>
    division === null ? data.madeBy === handle : data.division === division;
  return ownFirst(
    (room, from) => page(store, { fiscalYear, ...own }, room, from),
    async (room, from) => {
      const docs: Doc<QrCode>[] = [];
      let next = from;
      for (let queries = 0; queries < MAX_QUERIES; queries += 1) {
        const more = await page(store, { fiscalYear }, room - docs.length, next);
        docs.push(...more.docs.filter((doc) => !isOwn(doc)));
        next = more.next;
        if (next === undefined || docs.length >= room) break;
      }
      return next === undefined ? { docs } : { docs, next };
    },
    limit,
    after,
  );
}

/** How many answers came through a code. One aggregation. */
export function countAnswers(store: AgencyStore, code: string): Promise<number> {
  return store.count(feedback, { code });
}

function page(
  store: AgencyStore,
  equal: Record<string, string | number>,
  limit: number,
  after: string | undefined,
): Promise<ListPage<Doc<QrCode>>> {
  return store.query(qrcodes, { equal, orderBy: NEWEST_FIRST, limit, ...(after === undefined ? {} : { after }) });
}
