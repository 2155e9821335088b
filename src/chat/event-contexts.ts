import { fiscalYearOf } from '../assessment/fiscal-year.ts';
import type { Clock } from '../clock.ts';
import type { Cards } from '../flex/cards.ts';
import type { LineEvent } from '../line/webhook-event.ts';
import type { Moment } from '../people/following.ts';
import type { StaffMember } from '../people/staff-member.ts';
import type { AnswerContext, Knowledge, User } from './answer.ts';
import { privateUser } from './private-user.ts';

export interface EventContextsOptions {
  /** Who works here, by LINE user id. */
  readonly staff: (userId: string) => StaffMember | undefined;
  /** What is published now. */
  readonly knowledge: () => Knowledge;
  readonly cards: Cards;
  /** Origin under which people reach this server; undefined: not known. */
  readonly publicUrl?: string | undefined;
  readonly clock: Clock;
}

/** What answers may know when an event comes. */
export class EventContexts {
  readonly #options: EventContextsOptions;
  #year = { minute: Number.NaN, fiscalYear: 0 };

  constructor(options: EventContextsOptions) {
    this.#options = options;
  }

  of(event: LineEvent): AnswerContext {
    const { knowledge, cards, publicUrl } = this.#options;
    const id = privateUser(event);
    const user = id === undefined ? undefined : this.#user(event, id);
    return { knowledge: knowledge(), cards, currentFiscalYear: this.fiscalYear(), publicUrl, user };
  }

  moment(event: LineEvent): Moment {
    return { eventMs: event.timestampMs, nowMs: this.#options.clock().getTime() };
  }

  /** Of today. Looked up once a minute: it changes once a year, and calendar arithmetic for every event would be a waste. */
  fiscalYear(): number {
    const now = this.#options.clock();
    const minute = Math.floor(now.getTime() / 60_000);
    if (minute !== this.#year.minute) this.#year = { minute, fiscalYear: fiscalYearOf(now) };
    return this.#year.fiscalYear;
  }

  #user(event: LineEvent, id: string): User {
    const { id: eventId, redelivered } = event;
    return { id, eventId, ...this.moment(event), redelivered, staff: this.#options.staff(id) };
  }
}
