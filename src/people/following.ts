import { people } from '../store/collections.ts';
import type { Transaction } from '../store/port.ts';
import type { Person } from './person.ts';

/**
 * What the store remembers of a LINE user, decided by the newest event alone: following, leaving, and stopping news each
 * settle both `following` and `subscribed`. So the outcome is the same however often and in whatever order LINE delivers them.
 * Following again after leaving does not bring an old subscription back: news need a new yes.
 */
type Standing = Pick<Person, 'following' | 'subscribed'>;

/** For a `follow` event: `timestampMs` is the event's own time (ms since 1970), not when it arrived. */
export function rememberFollow(userId: string, timestampMs: number): (tx: Transaction) => Promise<void> {
  return remember(userId, timestampMs, { following: true, subscribed: false });
}

/** For an `unfollow` event. */
export function rememberUnfollow(userId: string, timestampMs: number): (tx: Transaction) => Promise<void> {
  return remember(userId, timestampMs, { following: false, subscribed: false });
}

/** For somebody who asks to get no more news, in a private chat (so the account is followed). */
export function rememberUnsubscribe(userId: string, timestampMs: number): (tx: Transaction) => Promise<void> {
  return remember(userId, timestampMs, { following: true, subscribed: false });
}

/**
 * For somebody who acts in a private chat, so they follow the account even if that was never heard of. It is no event that decides:
 * a wish about news that is delivered late must still count.
 */
export function rememberInChat(userId: string, timestampMs: number): (tx: Transaction) => Promise<void> {
  return async (tx) => {
    const known = await tx.get(people, userId);
    if (known && (known.following || known.changedAtMs > timestampMs)) return;
    await tx.set(people, userId, { following: true, subscribed: false, changedAtMs: timestampMs });
  };
}

/** Erases everything that is kept under the user id. Succeeds also if nothing is kept. */
export function forgetPerson(userId: string): (tx: Transaction) => Promise<void> {
  return (tx) => tx.delete(people, userId);
}

function remember(userId: string, timestampMs: number, standing: Standing): (tx: Transaction) => Promise<void> {
  return async (tx) => {
    const known = await tx.get(people, userId);
    if (known && known.changedAtMs > timestampMs) return;
    await tx.set(people, userId, { ...standing, changedAtMs: timestampMs });
  };
}
