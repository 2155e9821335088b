import { dayOf } from '../../bangkok-time.ts';
import type { Clock } from '../../clock.ts';
import type { DayKeys } from '../../feedback/day-keys.ts';
import { feedbackId } from '../../feedback/feedback-id.ts';
import { keptUntilMs } from '../../feedback/kept-days.ts';
import { keyedLetters } from '../../keyed-letters.ts';
import type { AgencyStore, Doc } from '../../store/port.ts';
import { StoreError } from '../../store/store-error.ts';
import type { User } from '../answer.ts';
import type { Opened } from '../../push/opened-counts.ts';
import type { Push } from '../../push/push.ts';
import { noPushes, type PushDesk } from '../../push/push-desk.ts';
import { PublicResults } from './public-results.ts';
import { createSeal, NO_SEAL, type Seal } from './seal.ts';
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
  /**
   * `count` letters (base32) that nobody can guess, for a code or id that this event makes. The same event gives the same for the
   * same `purpose`. Rejects with StoreError `invalid` once the key of its day has been thrown away.
   */
  readonly lettersFor: (user: User, purpose: string, count: number) => Promise<string>;
  /** Id of the account with `@`, for links that open the chat; undefined: not known. */
  readonly lineBasicId: string | undefined;
  /** For what is pushed. */
  readonly pushes: PushDesk;
  /** How many people opened each push, where LINE says so within two seconds. */
  readonly opened: (pushes: readonly Doc<Push>[]) => Promise<Opened>;
  /** Sends what waits without waiting for the next round; returns at once. */
  readonly deliverSoon: () => void;
  /** What may be told to everybody. */
  readonly results: PublicResults;
  /** For buttons about a piece of feedback, and for places in lists of them. */
  readonly seal: Seal;
  /** To be told after a commit that announces a picture, so that it is fetched from LINE. */
  readonly pictureCame: (id: string) => void;
}

/** What a desk is given besides. Left out: announced pictures wait for the next round, nothing is pushed or known to be opened, nothing can be sealed. */
interface DeskOptions {
  readonly lineBasicId?: string | undefined;
  readonly pictureCame?: (id: string) => void;
  readonly pushes?: PushDesk;
  readonly opened?: Desk['opened'];
  readonly deliverSoon?: () => void;
  /** Known to every server of the agency, and to nobody else. */
  readonly sealSecret?: string;
}

export function createDesk(
  store: AgencyStore,
  clock: Clock,
  dayKeys: DayKeys,
  {
    lineBasicId,
    pictureCame = () => undefined,
    pushes = noPushes(store, clock),
    opened = async () => new Map(),
    deliverSoon = () => undefined,
    sealSecret,
  }: DeskOptions = {},
): Desk {
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
    lettersFor: async (user, purpose, count) => {
      const key = await dayKeys.keyAt(user.eventMs);
      if (key === undefined) throw new StoreError('invalid', 'the event is too old to make anything of it');
      return keyedLetters(key, `event:${user.eventId}\n${purpose}`, count);
    },
    lineBasicId,
    pushes,
    opened,
    deliverSoon,
    results: new PublicResults(store, clock),
    seal: sealSecret === undefined ? NO_SEAL : createSeal(sealSecret),
    pictureCame,
  };
}
