import { dayOf } from '../bangkok-time.ts';
import { messageRefOf } from '../message-ref.ts';
import { contacts, feedback, takenback } from '../store/collections.ts';
import type { Transaction } from '../store/port.ts';
import { weekOf } from './bangkok-week.ts';
import { readComment } from './comment.ts';
import type { Feedback } from './feedback.ts';
import { marked } from './marks.ts';
import { withQueuedReply } from './queued-reply.ts';
import type { Score } from './scale.ts';

/** One change of an answer. Doing it twice is the same as doing it once. */
export type FeedbackWrite = (tx: Transaction) => Promise<void>;

export interface GivenFeedback {
  /** The round: of the code, or of today for the general form. */
  readonly fiscalYear: number;
  /** Code and name of the point; both null for the general form. */
  readonly code: string | null;
  readonly point: string | null;
  readonly channel: Feedback['channel'];
  readonly audience: Feedback['audience'];
  readonly score: Score;
  /** Whose work the code is; left out: nobody's in particular. An earlier answer of the day keeps whose it is. */
  readonly division?: string | undefined;
  /** Indicators 1–10 it is about. */
  readonly indicators: readonly number[];
  /** Reason codes (see reasons.ts) and comment; left out: what was said before today stays; given: replaces it. */
  readonly why?: readonly string[];
  readonly comment?: string | null;
  /** When it was given, ms since 1970: the event's own time in LINE, the server's on the web. */
  readonly givenAtMs: number;
}

/**
 * Takes the answer, or puts it in the place of the same person's earlier one of the day (same id). The newest by
 * `givenAtMs` stays, so a second delivery changes nothing, and one from before it was taken back brings nothing back. A
 * reply already given is kept, but a new comment waits for an answer again. At most one document written; one read, for
 * the first answer of a day in LINE two: on the web nothing can be taken back.
 */
export function giveFeedback(id: string, given: GivenFeedback): FeedbackWrite {
  return async (tx) => {
    const known = await tx.get(feedback, id);
    if (known !== undefined && known.givenAtMs >= given.givenAtMs) return;
    const back = known === undefined && given.channel === 'line' ? await tx.get(takenback, id) : undefined;
    if (back !== undefined && back.atMs >= given.givenAtMs) return;
    const { indicators, why, comment, division, ...rest } = given;
    const when = new Date(given.givenAtMs);
    const next: Feedback = {
      comment: null,
      state: 'open',
      reply: null,
      hiddenBecause: null,
      wantsReply: false,
      ...(known === undefined && division !== undefined ? { division } : {}),
      ...(back === undefined ? {} : { anewSinceMs: back.atMs }),
      ...known,
      ...rest,
      about: Object.fromEntries(indicators.map((no) => [`i${no}`, true as const])),
      why: why === undefined ? (known?.why ?? {}) : flags(why),
      day: dayOf(when),
      week: weekOf(when),
    };
    if (comment === undefined) return tx.set(feedback, id, marked(next));
    await tx.set(feedback, id, marked(withComment(next, comment === null ? null : readComment(comment).text)));
  };
}

/**
 * More reasons, beside those already tapped. Nothing happens if the answer is not there, or was given anew after that.
 * @param atMs When they were tapped (ms since 1970).
 */
export function addReasons(id: string, why: readonly string[], atMs: number): FeedbackWrite {
  return change(id, (known) =>
    atMs <= (known.anewSinceMs ?? -1) ? known : { ...known, why: { ...known.why, ...flags(why) } },
  );
}

/**
 * Sets which of the reasons that were `offered` are `chosen`: what was tapped before and is not chosen any more goes, what
 * was not offered stays. Nothing happens if the answer is not there.
 */
export function chooseReasons(id: string, offered: readonly string[], chosen: readonly string[]): FeedbackWrite {
  return change(id, (known) => {
    const others = Object.keys(known.why).filter((code) => !offered.includes(code));
    return { ...known, why: flags([...others, ...chosen]) };
  });
}

/**
 * Puts the comment in the place of an earlier one; see `readComment` for what is kept of it. Empty text changes nothing.
 * @param messageId The LINE message it came with, so that unsending it can be followed (`findByMessage`).
 */
export function addComment(id: string, text: string, messageId?: string): FeedbackWrite {
  const { text: comment } = readComment(text);
  const ref = messageId === undefined ? undefined : messageRefOf(messageId);
  return change(id, (known) => (comment === null ? known : withComment(known, comment, ref)));
}

/** Removes the comment; the score stays. */
export function removeComment(id: string): FeedbackWrite {
  return change(id, (known) => withComment(known, null));
}

/**
 * The yes to being answered in LINE: kept apart from the answer. An answer that has been given meanwhile is queued at once.
 * A yes from before it was taken back changes nothing.
 * @param at When the yes was said.
 */
export function askForReply(id: string, lineUserId: string, at: Date): FeedbackWrite {
  return async (tx) => {
    const known = await tx.get(feedback, id);
    if (known === undefined) return;
    const contact = await tx.get(contacts, id);
    if (contact !== undefined && known.wantsReply) return;
    if (at.getTime() <= Math.max(known.anewSinceMs ?? -1, known.noReplySinceMs ?? -1)) return;
    const queuedReply = known.state === 'hidden' ? null : (known.reply?.text ?? null);
    const asked = { lineUserId, consentedAt: at.toISOString(), queuedReply: null };
    await tx.set(contacts, id, withQueuedReply(asked, queuedReply));
    await tx.set(feedback, id, marked({ ...known, wantsReply: true }));
  };
}

/**
 * Takes the yes back: who it was is forgotten, a queued answer is not sent. The answer itself stays, and so does a yes that
 * was said after that.
 * @param at When it was taken back.
 */
export function withdrawReply(id: string, at: Date): FeedbackWrite {
  return async (tx) => {
    const contact = await tx.get(contacts, id);
    if (contact !== undefined && Date.parse(contact.consentedAt) > at.getTime()) return;
    await tx.delete(contacts, id);
    await change(id, (known) => ({ ...known, wantsReply: false, noReplySinceMs: at.getTime() }))(tx);
  };
}

/** A changed comment waits for an answer again; a hidden answer stays hidden. */
function withComment(before: Feedback, comment: string | null, commentRef?: string): Feedback {
  const { commentRef: _, ...known } = before;
  const changed = comment !== null && comment !== known.comment;
  const state = changed && known.state === 'answered' ? 'open' : known.state;
  return { ...known, comment, state, ...(commentRef === undefined ? {} : { commentRef }) };
}

function change(id: string, to: (known: Feedback) => Feedback): FeedbackWrite {
  return async (tx) => {
    const known = await tx.get(feedback, id);
    if (known === undefined) return;
    const next = marked(to(known));
    if (JSON.stringify(next) !== JSON.stringify(marked(known))) await tx.set(feedback, id, next);
  };
}

function flags(codes: readonly string[]): Record<string, true> {
  return Object.fromEntries(codes.map((code) => [code, true as const]));
}
