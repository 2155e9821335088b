import type { Clock } from '../clock.ts';
import { contacts, feedback } from '../store/collections.ts';
import type { AgencyStore, Doc, Scalar } from '../store/port.ts';
import { commentRefOf } from './comment.ts';
import type { Feedback } from './feedback.ts';
import { marked } from './marks.ts';

export interface FeedbackFilter {
  readonly fiscalYear: number;
  /** 1–10. */
  readonly indicator?: number;
  /** Name of the service point. */
  readonly point?: string;
  /** Only what nobody has answered yet. */
  readonly unanswered?: boolean;
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
function indexed({ fiscalYear, point, unanswered, everything }: FeedbackFilter): Record<string, Scalar> {
  if (everything === true) return { fiscalYear };
  const mark = unanswered === true ? { waits: true } : { words: true };
  return point === undefined ? { fiscalYear, ...mark } : { fiscalYear, point, ...mark };
}

function passes(data: Feedback, { indicator, point, unanswered, everything }: FeedbackFilter): boolean {
  if (data.state === 'hidden' && everything !== true) return false;
  if (unanswered === true && data.waits !== true) return false;
  if (point !== undefined && data.point !== point) return false;
  return indicator === undefined || data.about[`i${indicator}`] === true;
}

/** One answer by its id (the reference code); undefined if there is none. */
export function findFeedback(store: AgencyStore, id: string): Promise<Feedback | undefined> {
  return store.get(feedback, id);
}

/** The id of the answer whose comment came with that LINE message, for `unsend`; undefined if there is none. */
export async function findByMessage(store: AgencyStore, messageId: string): Promise<string | undefined> {
  const { docs } = await store.query(feedback, { equal: { commentRef: commentRefOf(messageId) }, limit: 1 });
  return docs[0]?.id;
}

export type AnswerOutcome = 'answered' | 'hidden' | 'unknown';

/**
 * Answers, or puts a better answer in place of an earlier one. It is shown on the reference page, and queued as a
 * message for whoever asked (`contacts.queuedReply`).
 * @param text 1–1,000 UTF-16 units; other lengths are refused with StoreError `invalid`.
 */
export function answerFeedback(store: AgencyStore, id: string, text: string, clock: Clock): Promise<AnswerOutcome> {
  return store.transaction(async (tx) => {
    const known = await tx.get(feedback, id);
    if (known === undefined) return 'unknown';
    if (known.state === 'hidden') return 'hidden';
    const reply = { text: text.trim(), at: clock().toISOString() };
    await tx.set(feedback, id, marked({ ...known, state: 'answered', reply }));
    const contact = known.wantsReply ? await tx.get(contacts, id) : undefined;
    if (contact !== undefined) await tx.set(contacts, id, { ...contact, queuedReply: reply.text });
    return 'answered';
  });
}

/** Takes an abusive answer out of lists; its score still counts. Hiding it again changes the reason. False: no such answer. */
export function hideFeedback(store: AgencyStore, id: string, reason: string): Promise<boolean> {
  return store.transaction(async (tx) => {
    const known = await tx.get(feedback, id);
    if (known === undefined) return false;
    await tx.set(
      feedback,
      id,
      marked({ ...known, state: 'hidden', hiddenBecause: reason.trim().slice(0, 200) || null }),
    );
    const contact = known.wantsReply ? await tx.get(contacts, id) : undefined;
    if (contact !== undefined) await tx.set(contacts, id, { ...contact, queuedReply: null });
    return true;
  });
}
