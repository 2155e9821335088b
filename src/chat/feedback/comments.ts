import type { Feedback } from '../../feedback/feedback.ts';
import { addComment, removeComment } from '../../feedback/give-feedback.ts';
import { findByMessage, findFeedback } from '../../feedback/read-feedback.ts';
import { RecentMap } from '../../recent-map.ts';
import { feedback, waiting } from '../../store/collections.ts';
import type { CommentWait } from '../../people/waiting.ts';
import type { AgencyStore } from '../../store/port.ts';
import type { User } from '../answer.ts';
import type { WaitingList } from '../waiting-list.ts';

/** Messages taken back that are remembered, so that one that comes late is not stored after all. */
const UNSENT_REMEMBERED = 1_000;

/** An answer with its id. */
export interface Stored {
  readonly id: string;
  readonly given: Feedback;
}

/** Stores comments that come as messages, and removes those that are taken back. */
export class Comments {
  readonly #store: AgencyStore;
  readonly #waitingList: WaitingList;
  readonly #unsent = new RecentMap<string, true>(UNSENT_REMEMBERED);

  constructor(store: AgencyStore, waitingList: WaitingList) {
    this.#store = store;
    this.#waitingList = waitingList;
  }

  /**
   * Stores `text` with the answer it was waited for. Undefined if the chat does not wait any more: the store has the
   * last word, another server may have taken the comment already. `unsent`: it was taken back before it came.
   */
  async take(
    text: string,
    waits: CommentWait,
    user: User,
    messageId: string | undefined,
  ): Promise<Stored | 'unsent' | undefined> {
    if (messageId !== undefined && this.#unsent.get(messageId)) return 'unsent';
    const id = waits.feedbackId;
    const given = await this.#store.transaction(async (tx) => {
      const still = await tx.get(waiting, user.id);
      if (still === undefined || still.for === 'input' || still.feedbackId !== id || still.untilMs < user.eventMs)
        return undefined;
      await addComment(id, text, messageId)(tx);
      await tx.delete(waiting, user.id);
      return await tx.get(feedback, id);
    });
    this.#waitingList.changed(user.id, undefined);
    return given && { id, given };
  }

  /** The answer whose comment came with that message, if any. One query. */
  async ofMessage(messageId: string): Promise<Stored | undefined> {
    const id = await findByMessage(this.#store, messageId);
    const given = id === undefined ? undefined : await findFeedback(this.#store, id);
    return id !== undefined && given ? { id, given } : undefined;
  }

  /** A message was taken back: if it was a comment, the comment goes and the score stays. */
  async unsend(messageId: string): Promise<void> {
    this.#unsent.set(messageId, true);
    const id = await findByMessage(this.#store, messageId);
    if (id !== undefined) await this.#store.transaction(removeComment(id));
  }
}
