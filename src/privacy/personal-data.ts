import type { Clock } from '../clock.ts';
import type { Contact, Feedback } from '../feedback/feedback.ts';
import { forgetWords } from '../feedback/retention.ts';
import { forgetPerson } from '../people/following.ts';
import { forgetStaff } from '../people/forget-staff.ts';
import type { Invitation } from '../people/invitation.ts';
import type { JoinAttempts } from '../people/join-attempts.ts';
import type { Person } from '../people/person.ts';
import { forgetRecipient } from '../push/forget-recipient.ts';
import type { StaffMember } from '../people/staff-member.ts';
import type { Waiting } from '../people/waiting.ts';
import { contacts, feedback, invitations, joinattempts, people, staff, waiting } from '../store/collections.ts';
import type { AgencyStore, Doc } from '../store/port.ts';
import { answersOf } from './person-links.ts';

/**
 * How each collection that holds or points to personal data is covered by export and erasure. A test holds this against
 * the list of collections.
 */
export const COVERED: Readonly<Record<string, string>> = {
  people: 'exported and deleted: stored under the LINE user id',
  subscribers: 'not exported: says nothing that people does not say; taken out together with it',
  staff: 'exported and deleted: stored under the LINE user id; the role goes with it',
  unlinks:
    'not exported: the LINE user id alone, left by the erasure of a staff member for the seconds until LINE has been told',
  invitations: 'exported without the code; name who made them by a handle only, and end with the record it leads to',
  joinattempts: 'exported; not deleted but gone within two hours, or erasing would end a lock',
  audit: 'names staff by a handle only, which leads nowhere once their record is deleted; kept for its period',
  bodies: 'removed from what waits to be sent; otherwise only there while a message is on its way',
  pushes:
    'names staff by a handle only, which leads nowhere once their record is deleted; the words are the agency’s own',
  progress:
    'names staff by a handle only, which leads nowhere once their record is deleted; the words are the agency’s own',
  pictures: 'of the agency’s work, without metadata and without who sent them; one that is taken back is deleted',
  waiting: 'exported and deleted: stored under the LINE user id',
  contacts: 'exported and deleted: found by the LINE user id',
  feedback: 'exported, and words removed, where the person can still be told: asked for a reply, or answered today',
  qrcodes: 'names staff by a handle only; secret because whoever knows a code may answer',
  daykeys: 'not about one person: all of a day hang on it, and it is thrown away an hour after the day is over',
  takenback: 'nothing of the answer and nothing about who: only that it was taken back; goes with the key of the day',
};

/** Everything that is held about a LINE user and can be told to be theirs. */
export interface PersonExport {
  readonly exportedAt: string;
  readonly person: Person | null;
  readonly staff: StaffMember | null;
  /** Made by this person. Without the code: who knows it can become staff. */
  readonly invitations: readonly Invitation[];
  readonly joinAttempts: JoinAttempts | null;
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
  /** Whether this was somebody with a role. */
  readonly staff: boolean;
  /** Whether wrong invitation codes are still counted, which ends by itself within two hours. */
  readonly joinAttempts: boolean;
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
  const member = (await store.get(staff, lineUserId)) ?? null;
  return {
    exportedAt: now.toISOString(),
    person: (await store.get(people, lineUserId)) ?? null,
    staff: member,
    invitations: member === null ? [] : (await madeBy(store, member.handle)).map(({ data }) => data),
    joinAttempts: (await store.get(joinattempts, lineUserId)) ?? null,
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
  const member = await store.get(staff, lineUserId);
  const attempts = await store.get(joinattempts, lineUserId);
  const forget = await forgetStaff(store, lineUserId, now);
  await store.transaction(async (tx) => {
    await tx.delete(waiting, lineUserId);
    await forgetPerson(lineUserId)(tx);
    await forget(tx);
  });
  // After the record, so that no push that is planned from now on finds them.
  await forgetRecipient(store, lineUserId);
  return {
    erasedAt: now.toISOString(),
    person,
    staff: member !== undefined && member.role !== 'citizen',
    joinAttempts: attempts !== undefined,
    answers,
    contacts: asked,
  };
}

/** At most 1,000: old ones are removed. */
async function madeBy(store: AgencyStore, handle: string): Promise<readonly Doc<Invitation>[]> {
  return (await store.query(invitations, { equal: { 'madeBy.handle': handle }, limit: 1_000 })).docs;
}
