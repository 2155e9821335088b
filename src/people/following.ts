import { people } from '../store/collections.ts';
import type { Transaction } from '../store/port.ts';
import { TOPICS, type Person, type Topic } from './person.ts';
import { keepPerson } from './keep-person.ts';

/** When something happened, by LINE's clock, and when this server writes it down (ms since 1970). */
export interface Moment {
  readonly eventMs: number;
  readonly nowMs: number;
}

/** What an event says about topics. */
type Choices = Partial<Record<Topic, boolean | null>>;

const every = (wanted: boolean | null): Choices => Object.fromEntries(TOPICS.map((topic) => [topic, wanted]));

/**
 * What the store remembers of a LINE user: whether they follow, and each choice, decided by the newest event about it. So the outcome
 * is the same however often and in whatever order LINE delivers them. Following again after leaving does not bring old choices
 * back: news need a new yes.
 */
export function rememberFollow(userId: string, at: Moment): (tx: Transaction) => Promise<void> {
  return remember(userId, at, true, every(null));
}

/** For an `unfollow` event: nothing may be sent any more, whatever was chosen. */
export function rememberUnfollow(userId: string, at: Moment): (tx: Transaction) => Promise<void> {
  return remember(userId, at, false, every(null));
}

/** For somebody who asks to get no more of anything, in a private chat (so the account is followed). Staff get no digest either. */
export function rememberUnsubscribe(userId: string, at: Moment): (tx: Transaction) => Promise<void> {
  return remember(userId, at, true, every(false));
}

/** For somebody who chooses one thing, in a private chat. What else was chosen stays. */
export function rememberChoice(
  userId: string,
  topic: Topic,
  wanted: boolean,
  at: Moment,
): (tx: Transaction) => Promise<void> {
  return remember(userId, at, true, { [topic]: wanted });
}

/**
 * For somebody who acts in a private chat, so they follow the account even if that was never heard of. It is no event that decides:
 * a wish about news that is delivered late must still count.
 */
export function rememberInChat(userId: string, { eventMs, nowMs }: Moment): (tx: Transaction) => Promise<void> {
  return async (tx) => {
    const known = await tx.get(people, userId);
    if (known && (known.following || known.changedAtMs > eventMs)) return;
    await keepPerson(tx, userId, known, {
      following: true,
      wants: known?.wants ?? {},
      changedAtMs: eventMs,
      recordedAtMs: nowMs,
    });
  };
}

/** Erases everything that is kept under the user id. Succeeds also if nothing is kept. */
export function forgetPerson(userId: string): (tx: Transaction) => Promise<void> {
  return async (tx) => keepPerson(tx, userId, await tx.get(people, userId), undefined);
}

function remember(
  userId: string,
  { eventMs, nowMs }: Moment,
  following: boolean,
  choices: Choices,
): (tx: Transaction) => Promise<void> {
  return async (tx) => {
    const known = await tx.get(people, userId);
    const newest = known === undefined || known.changedAtMs <= eventMs;
    const wants: Person['wants'] = { ...known?.wants };
    for (const topic of TOPICS) {
      const wanted = choices[topic];
      if (wanted !== undefined && (wants[topic]?.atMs ?? 0) <= eventMs) wants[topic] = { wanted, atMs: eventMs };
    }
    await keepPerson(tx, userId, known, {
      following: newest ? following : known.following,
      wants,
      changedAtMs: newest ? eventMs : known.changedAtMs,
      recordedAtMs: nowMs,
    });
  };
}
