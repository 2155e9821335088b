import type { Clock } from '../../clock.ts';
import { feedbackId } from '../../feedback/feedback-id.ts';
import type { AgencyStore } from '../../store/port.ts';
import type { User } from '../answer.ts';
import { DayKeys } from './day-keys.ts';
import { PublicResults } from './public-results.ts';
import { subjectKey, type Subject } from './subject.ts';

/** What answers that look into the store are handed: the store to read from, and who gives which answer. */
export interface Desk {
  /** To read from; what is to be changed goes into the reply's writes. */
  readonly store: AgencyStore;
  readonly clock: Clock;
  /**
   * The id of this person's answer on this subject today. Only the person's own tap leads to it, so nobody can change
   * what another has said, not even by a forwarded card.
   */
  readonly idOf: (user: User, subject: Subject) => Promise<string>;
  /** What may be told to everybody. */
  readonly results: PublicResults;
}

/** `newKey`: 32 random bytes as base64url, for a new day. */
export function createDesk(store: AgencyStore, clock: Clock, newKey: () => string): Desk {
  const keys = new DayKeys(store, clock, newKey);
  return {
    store,
    clock,
    idOf: async (user, subject) => feedbackId(await keys.keyAt(user.eventMs), `line:${user.id}`, subjectKey(subject)),
    results: new PublicResults(store, clock),
  };
}
