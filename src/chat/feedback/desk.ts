import type { Clock } from '../../clock.ts';
import { dayOf } from '../../feedback/bangkok-day.ts';
import type { DayKeys } from '../../feedback/day-keys.ts';
import { feedbackId } from '../../feedback/feedback-id.ts';
import { keptUntilMs } from '../../feedback/kept-days.ts';
import type { AgencyStore } from '../../store/port.ts';
import type { User } from '../answer.ts';
import { PublicResults } from './public-results.ts';
import { subjectKey, type Subject } from './subject.ts';

const DAY_MS = 86_400_000;

/** One person's answer on one subject and day. */
export interface AnswerId {
  readonly id: string;
  /** When the key of its day is thrown away (ms since 1970): from then on nobody can tell whose it is. */
  readonly untilMs: number;
}

/** What answers that look into the store are handed: the store to read from, and who gives which answer. */
export interface Desk {
  /** To read from; what is to be changed goes into the reply's writes. */
  readonly store: AgencyStore;
  readonly clock: Clock;
  /**
   * The id of this person's answer on this subject, on the day of the event or so many days before. Only the person's own
   * tap leads to it, so nobody can change what another has said, not even by a forwarded card. However often and late the
   * event is delivered, it is the same; undefined once the key of that day has been thrown away.
   */
  readonly idOf: (user: User, subject: Subject, daysBefore?: number) => Promise<AnswerId | undefined>;
  /** What may be told to everybody. */
  readonly results: PublicResults;
}

export function createDesk(store: AgencyStore, clock: Clock, dayKeys: DayKeys): Desk {
  return {
    store,
    clock,
    idOf: async (user, subject, daysBefore = 0) => {
      const atMs = user.eventMs - daysBefore * DAY_MS;
      const key = await dayKeys.keyAt(atMs);
      if (key === undefined) return undefined;
      const id = feedbackId(key, `line:${user.id}`, subjectKey(subject));
      return { id, untilMs: keptUntilMs(dayOf(new Date(atMs))) };
    },
    results: new PublicResults(store, clock),
  };
}
