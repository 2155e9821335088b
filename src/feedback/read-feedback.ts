import { messageRefOf } from '../message-ref.ts';
import { feedback } from '../store/collections.ts';
import type { AgencyStore, Doc, Scalar } from '../store/port.ts';
import type { Feedback } from './feedback.ts';

export interface FeedbackFilter {
  readonly fiscalYear: number;
  /** 1–10. */
  readonly indicator?: number;
  /** Name of the service point. */
  readonly point?: string;
  /** The code it came through, whatever its point was called; null: the general form. */
  readonly code?: string | null;
  /** Whose work it is; null: nobody's in particular. */
  readonly division?: string | null;
  /** Only what nobody has answered yet. */
  readonly unanswered?: boolean;
  /** Only what nobody has answered yet and somebody wants an answer to. */
  readonly asked?: boolean;
  /** Only what is hidden. */
  readonly hidden?: boolean;
  /** Bare ratings and hidden answers too, for exports. Default: only what has words or asks for an answer. */
  readonly everything?: boolean;
  /** The `next` of the page before. */
  readonly after?: string;
  /** 1–1,000, default 50. */
  readonly limit?: number;
}

export interface FeedbackPage {
  readonly docs: readonly Doc<Feedback>[];
  /** Present if there may be more; hand it back as `after` with the same filter. */
  readonly next?: string;
}

/** Queries for one page at most; past it a page is handed out although it is not full. */
const MAX_QUERIES = 20;

/** What people said, newest first. Hidden answers are left out unless everything is asked for. */
export async function listFeedback(store: AgencyStore, filter: FeedbackFilter): Promise<FeedbackPage> {
  const limit = filter.limit ?? 50;
  const docs: Doc<Feedback>[] = [];
  let after = filter.after;
  for (let queries = 0; queries < MAX_QUERIES; queries += 1) {
    const page = await store.query(feedback, {
      equal: indexed(filter),
      orderBy: { field: 'givenAtMs', direction: 'desc' },
      limit: limit - docs.length,
      ...(after === undefined ? {} : { after }),
    });
    docs.push(...page.docs.filter(({ data }) => passes(data, filter)));
    after = page.next;
    if (after === undefined || docs.length >= limit) break;
  }
  return after === undefined ? { docs } : { docs, next: after };
}

/** The part of a filter an index serves. Most codes ask about the same indicators, so those are looked at one by one. */
function indexed(filter: FeedbackFilter): Record<string, Scalar> {
  const { fiscalYear, point, code, division, unanswered, asked, hidden, everything } = filter;
  if (everything === true) return { fiscalYear };
  if (hidden === true) return { fiscalYear, hidden };
  if (asked === true) return { fiscalYear, waits: true, wantsReply: true };
  const mark = unanswered === true ? { waits: true } : { words: true };
  if (code !== undefined) return { fiscalYear, code, ...mark };
  if (point !== undefined) return { fiscalYear, point, ...mark };
  // What is nobody's has no such field, and what has no field cannot be asked for: it is picked out one by one.
  return typeof division === 'string' ? { fiscalYear, division, ...mark } : { fiscalYear, ...mark };
}

function passes(data: Feedback, filter: FeedbackFilter): boolean {
  const { indicator, point, code, division, unanswered, asked, hidden, everything } = filter;
  if (data.state === 'hidden' && everything !== true && hidden !== true) return false;
  if (hidden === true && data.hidden !== true) return false;
  if (unanswered === true && data.waits !== true) return false;
  if (asked === true && !(data.waits === true && data.wantsReply)) return false;
  if (point !== undefined && data.point !== point) return false;
  if (code !== undefined && data.code !== code) return false;
  if (division !== undefined && (data.division ?? null) !== division) return false;
  return indicator === undefined || data.about[`i${indicator}`] === true;
}

/** One answer by its id (the reference code); undefined if there is none. */
export function findFeedback(store: AgencyStore, id: string): Promise<Feedback | undefined> {
  return store.get(feedback, id);
}

/** The id of the answer whose comment came with that LINE message, for `unsend`; undefined if there is none. */
export async function findByMessage(store: AgencyStore, messageId: string): Promise<string | undefined> {
  const { docs } = await store.query(feedback, { equal: { commentRef: messageRefOf(messageId) }, limit: 1 });
  return docs[0]?.id;
}
