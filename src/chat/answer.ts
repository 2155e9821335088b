import type { AgencyProfile } from '../agency/profile.ts';
import type { Assessment } from '../assessment/assessment.ts';
import type { Cards } from '../flex/cards.ts';
import type { LineMessage } from '../line/message.ts';
import type { Measure } from '../measures/measure.ts';
import type { StaffMember } from '../people/staff-member.ts';
import type { Waiting } from '../people/waiting.ts';
import type { Transaction } from '../store/port.ts';
import type { Desk } from './feedback/desk.ts';
import type { Intent, RequestOf } from './request.ts';

/** What to say and what must be remembered. Nothing is sent or written by an answer itself. */
export interface Reply {
  /** 0–5 messages (LINE's limit for one reply). */
  readonly messages: readonly LineMessage[];
  /** Made durable together, before LINE gets its 200. Empty for a question that changes nothing. */
  readonly writes: readonly Write[];
  /** True if it is meant for this person or this event alone, and so must never be kept and given to another. */
  readonly personal?: true;
  /** What the chat waits for from this person from now on; null: for nothing any more. Left out: as before. */
  readonly waitFor?: Waiting | null;
}

/**
 * An answer that has to look into the store first. What it reads there may be older than its writes by a moment. What it
 * does by itself (erasing) may be done again.
 */
export interface NeedsStore {
  readonly needs: 'store';
  readonly finish: (desk: Desk) => Promise<Reply>;
}

/**
 * One change. It must have the same effect however often the same event is delivered: derive ids from
 * `webhookEventId`, or compare the event's time with what is stored.
 */
export type Write = (tx: Transaction) => Promise<void>;

/** What every answer may know: an immutable picture of what is public, and where the request comes from. */
export interface AnswerContext {
  readonly knowledge: Knowledge;
  readonly cards: Cards;
  /** Fiscal year (Buddhist era) that today, in Bangkok, belongs to. */
  readonly currentFiscalYear: number;
  /**
   * Who asks, in a private chat; undefined in groups and rooms, where nothing personal may be said or done. An answer
   * that looks at it, even to find it undefined, marks its reply as `personal`.
   */
  readonly user: User | undefined;
  /** What the chat waited for, when this is the message that brought it; the request is then the one that waited. */
  readonly input?: Input;
  /** Origin under which people reach this server's pages and pictures; undefined: not known. */
  readonly publicUrl?: string | undefined;
  /** The day that was picked in LINE's date picker, `2026-11-22`, when the request comes from one. */
  readonly date?: string;
}

/** A message the chat waited for. `messageId`: LINE's id, under which a picture can be fetched and words be taken back. */
export type Input =
  | { readonly kind: 'words'; readonly text: string; readonly messageId: string | undefined }
  | { readonly kind: 'picture'; readonly messageId: string };

export interface User {
  /** LINE user id. */
  readonly id: string;
  /** The event's own time (ms since 1970), so that late deliveries can be told from new wishes. */
  readonly eventMs: number;
  /** When this server got it (ms since 1970). */
  readonly nowMs: number;
  /** `webhookEventId`: ids of what is written are derived from it. */
  readonly eventId: string;
  /** Who that is among the staff; undefined: a citizen. Whoever writes in somebody's name asks the store again (people/acting-staff.ts). */
  readonly staff?: StaffMember | undefined;
  /** True if LINE delivers the event again: it may have been acted on before. */
  readonly redelivered?: boolean;
}

/** The published part of one agency's data. A new object each time something changes, so `===` tells whether answers are still fresh. */
export interface Knowledge {
  /** Undefined until `prongsai agency FILE.json` has been run. */
  readonly agency: AgencyProfile | undefined;
  /** Published results, oldest first. */
  readonly assessments: readonly Assessment[];
  /** All measures, by fiscal year and number. */
  readonly measures: readonly Measure[];
}

/** An answer to one intent: pure, so the same request and knowledge give the same reply. */
export type Answer<I extends Intent> = (slots: RequestOf<I>['slots'], context: AnswerContext) => Answered;

/** A reply, or what has to be read before there is one. */
export type Answered = Reply | NeedsStore;
