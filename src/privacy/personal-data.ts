import type { Clock } from '../clock.ts';
import type { Contact, Feedback, Waiting } from '../feedback/feedback.ts';
import { forgetWords } from '../feedback/retention.ts';
import { forgetPerson } from '../people/following.ts';
import type { Person } from '../people/person.ts';
import { contacts, feedback, people, waiting } from '../store/collections.ts';
import type { AgencyStore } from '../store/port.ts';
import { answersOf } from './person-links.ts';

/**
 * How each collection that holds or points to personal data is covered by export and erasure. A test holds this against
 * the list of collections.
 */
export const COVERED: Readonly<Record<string, string>> = {
  people: 'exported and deleted: stored under the LINE user id',
  waiting: 'exported and deleted: stored under the LINE user id',
  contacts: 'exported and deleted: found by the LINE user id',
  feedback: 'exported, and words removed, where the person can still be told: asked for a reply, or answered today',
  qrcodes: 'not about people: secret because whoever knows a code may answer',
  daykeys: 'not about one person: all of a day hang on it, and it is thrown away an hour after the day is over',
  takenback: 'nothing of the answer and nothing about who: only that it was taken back; goes with the key of the day',
};

/** Everything that is held about a LINE user and can be told to be theirs. */
export interface PersonExport {
  readonly exportedAt: string;
  readonly person: Person | null;
  readonly waiting: Waiting | null;
  readonly answers: readonly {
    readonly id: string;
    readonly feedback: Feedback;
    readonly contact: Contact | null;
  }[];
}

/** What an erasure found and removed. */
export interface ErasureReceipt {
  readonly erasedAt: string;
  /** Whether following and news were remembered. */
  readonly person: boolean;
  /** Answers whose words were removed. Their scores stay in the sums and no longer lead to anybody once the day is over. */
  readonly answers: number;
  /** Wishes for a reply that were removed. */
  readonly contacts: number;
}

/** Everything held about a LINE user. */
export async function exportPerson(store: AgencyStore, lineUserId: string, clock: Clock): Promise<PersonExport> {
  const now = clock();
  const found = await Promise.all(
    (await answersOf(store, lineUserId, now)).map(async (id) => {
      const [answer, contact] = await Promise.all([store.get(feedback, id), store.get(contacts, id)]);
      return answer === undefined ? [] : [{ id, feedback: answer, contact: contact ?? null }];
    }),
  );
  return {
    exportedAt: now.toISOString(),
    person: (await store.get(people, lineUserId)) ?? null,
    waiting: (await store.get(waiting, lineUserId)) ?? null,
    answers: found.flat(),
  };
}

/**
 * Erases everything held about a LINE user. Broken off, it can be run again: what leads to the rest is deleted last.
 * @param wishedMs When the person asked for it (ms since 1970), default now: wishes for a reply from before do not come back.
 */
export async function erasePerson(
  store: AgencyStore,
  lineUserId: string,
  clock: Clock,
  wishedMs?: number,
): Promise<ErasureReceipt> {
  const now = clock();
  let answers = 0;
  let asked = 0;
  for (const id of await answersOf(store, lineUserId, now)) {
    const { words, contact } = await forgetWords(store, id, wishedMs ?? now.getTime());
    if (words) answers += 1;
    if (contact) asked += 1;
  }
  const person = (await store.get(people, lineUserId)) !== undefined;
  await store.transaction(async (tx) => {
    await tx.delete(waiting, lineUserId);
    await forgetPerson(lineUserId)(tx);
  });
  return { erasedAt: now.toISOString(), person, answers, contacts: asked };
}
