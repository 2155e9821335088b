import { feedback } from '../store/collections.ts';
import type { AgencyStore } from '../store/port.ts';
import { ownFirst } from './own-first.ts';
import { listFeedback, type FeedbackFilter, type FeedbackPage } from './read-feedback.ts';

/** What an officer wants to see of a round. */
export interface InboxFilter extends Pick<
  FeedbackFilter,
  'fiscalYear' | 'indicator' | 'code' | 'unanswered' | 'asked' | 'after'
> {
  /** The officer's division: what is its work comes first, and what is another's is left out. Null: everything by time. */
  readonly division: string | null;
  readonly limit: number;
}

/** What people said, newest first, the division's own before what is nobody's. Of one code or with a wish for a reply: everybody's. */
export function listInbox(store: AgencyStore, filter: InboxFilter): Promise<FeedbackPage> {
  const { division, limit, after, ...rest } = filter;
  const more = after === undefined ? {} : { after };
  if (division === null || rest.code !== undefined || rest.asked === true)
    return listFeedback(store, { ...rest, limit, ...more });
  const list = (of: string | null) => (room: number, from: string | undefined) =>
    listFeedback(store, { ...rest, division: of, limit: room, ...(from === undefined ? {} : { after: from }) });
  return ownFirst(list(division), list(null), limit, after);
}

export interface InboxCounts {
  /** What waits for an answer in the round. */
  readonly waiting: number;
  /** Of these, the division's work; null if the officer has none. */
  readonly own: number | null;
  /** Of these, with a wish for a reply. */
  readonly asked: number;
  /** What still waits from the round before. */
  readonly left: number;
}

/** Counts by aggregation, without reading documents: three, or four with a division; one read each up to 1,000. */
export async function countInbox(
  store: AgencyStore,
  fiscalYear: number,
  division: string | null,
): Promise<InboxCounts> {
  const count = (more: Record<string, string | boolean>): Promise<number> =>
    store.count(feedback, { fiscalYear, waits: true, ...more });
  const [waiting, own, asked, left] = await Promise.all([
    count({}),
    division === null ? null : count({ division }),
    count({ wantsReply: true }),
    store.count(feedback, { fiscalYear: fiscalYear - 1, waits: true }),
  ]);
  return { waiting, own, asked, left };
}
