import { feedbackId } from '../feedback/feedback-id.ts';
import { GENERAL_SUBJECTS } from '../feedback/general-subjects.ts';
import { oldestKeptDay } from '../feedback/kept-days.ts';
import { contacts, daykeys, feedback, qrcodes, waiting } from '../store/collections.ts';
import { everyDoc } from '../store/every-doc.ts';
import type { AgencyStore } from '../store/port.ts';

/** Reads under way at once. */
const AT_ONCE = 50;

/**
 * Ids of the answers that can still be told to be this person's: those with a contact, the one the chat waits for, and
 * those of each day whose key is kept. Costs one read per code and day, and about a hundred a day for the general form.
 */
export async function answersOf(store: AgencyStore, lineUserId: string, now: Date): Promise<readonly string[]> {
  const ids = new Set<string>();
  for await (const { id } of everyDoc(store, contacts, { equal: { lineUserId } })) ids.add(id);
  const waited = await store.get(waiting, lineUserId);
  if (waited !== undefined && waited.for !== 'input') ids.add(waited.feedbackId);
  const keys = (await store.query(daykeys)).docs.filter(({ id }) => id >= oldestKeptDay(now));
  if (keys.length === 0) return [...ids];
  const subjects: (string | null)[] = [null, ...GENERAL_SUBJECTS];
  for await (const { id: code } of everyDoc(store, qrcodes)) subjects.push(code);
  const theirs = keys.flatMap(({ data: { key } }) =>
    subjects.map((subject) => feedbackId(key, `line:${lineUserId}`, subject)),
  );
  for (let first = 0; first < theirs.length; first += AT_ONCE) {
    const some = theirs.slice(first, first + AT_ONCE);
    const found = await Promise.all(some.map((id) => store.get(feedback, id)));
    some.forEach((id, index) => found[index] !== undefined && ids.add(id));
  }
  return [...ids];
}
