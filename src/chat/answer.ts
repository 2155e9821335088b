import type { AgencyProfile } from '../agency/profile.ts';
import type { Assessment } from '../assessment/assessment.ts';
import type { Cards } from '../flex/cards.ts';
import type { LineMessage } from '../line/message.ts';
import type { Measure } from '../measures/measure.ts';
import type { Person } from '../people/person.ts';
import type { Transaction } from '../store/port.ts';
import type { Intent, RequestOf } from './request.ts';

/** What to say and what must be remembered. Nothing is sent or written by an answer itself. */
export interface Reply {
  /** 0–5 messages (LINE's limit for one reply). */
  readonly messages: readonly LineMessage[];
  /** Made durable together, before LINE gets its 200. Empty for a question that changes nothing. */
  readonly writes: readonly Write[];
  /** True if it is meant for this person or this event alone, and so must never be kept and given to another. */
  readonly personal?: true;
}

/** An answer that depends on what is stored about whoever asks: the conversation reads the record, then calls `finish`. */
export interface NeedsPerson {
  readonly needs: 'person';
  /** `person`: the record of `context.user`, undefined if nothing is stored. */
  readonly finish: (person: Person | undefined) => Reply;
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
}

interface User {
  /** LINE user id. */
  readonly id: string;
  /** The event's own time (ms since 1970), so that late deliveries can be told from new wishes. */
  readonly eventMs: number;
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
export type Answer<I extends Intent> = (slots: RequestOf<I>['slots'], context: AnswerContext) => Reply | NeedsPerson;
