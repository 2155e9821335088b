import { readProfile } from '../agency/profile-record.ts';
import { fiscalYearStart } from '../assessment/fiscal-year.ts';
import type { Clock } from '../clock.ts';
import { contacts, feedback } from '../store/collections.ts';
import type { AgencyStore } from '../store/port.ts';
import { forgetPastDays, forgetWaiting } from './past-days.ts';
import { wordless } from './wordless.ts';

/** Days after the end of a cycle for which words are kept unless the agency's profile says otherwise. */
export const DEFAULT_RETENTION_DAYS = 365;

const DAY_MS = 86_400_000;
/** The first fiscal year the product knows (see FeedbackSchema). */
const FIRST_YEAR = 2556;
/** Answers cleaned per query. */
const BATCH = 200;

/** What was removed. */
export interface Cleaned {
  /** Answers whose words were removed; their scores stay. */
  readonly answers: number;
  readonly contacts: number;
}

/** The last fiscal year whose words have been kept long enough. */
export function lastExpiredYear(retentionDays: number, now: Date): number {
  let year = FIRST_YEAR - 1;
  // A cycle ends where the next one begins.
  while (fiscalYearStart(year + 2).getTime() + retentionDays * DAY_MS <= now.getTime()) year += 1;
  return year;
}

/**
 * Removes comments, replies and contacts of cycles that closed longer ago than the agency keeps them. Scores stay. May
 * be stopped and run again at any time; costs one read per past year when there is nothing to do.
 */
export async function cleanFeedback(store: AgencyStore, clock: Clock): Promise<Cleaned> {
  const profile = await readProfile(store);
  const last = lastExpiredYear(profile?.retentionDays ?? DEFAULT_RETENTION_DAYS, clock());
  const cleaned = { answers: 0, contacts: 0 };
  for (let fiscalYear = FIRST_YEAR; fiscalYear <= last; fiscalYear += 1) {
    for (;;) {
      const orderBy = { field: 'givenAtMs', direction: 'desc' } as const;
      const { docs } = await store.query(feedback, { equal: { fiscalYear, words: true }, orderBy, limit: BATCH });
      for (const { id } of docs) {
        const { contact } = await forgetWords(store, id);
        cleaned.answers += 1;
        if (contact) cleaned.contacts += 1;
      }
      if (docs.length < BATCH) break;
    }
  }
  return cleaned;
}

/**
 * Removes an answer's words and who may be answered, together. Tells whether there were any.
 * @param noReplySinceMs The person wished so at that moment (ms since 1970): a yes from before must not come back.
 */
export function forgetWords(
  store: AgencyStore,
  id: string,
  noReplySinceMs?: number,
): Promise<{ words: boolean; contact: boolean }> {
  return store.transaction(async (tx) => {
    const known = await tx.get(feedback, id);
    const contact = await tx.get(contacts, id);
    const wished = noReplySinceMs === undefined ? {} : { noReplySinceMs };
    if (known && (known.words === true || noReplySinceMs !== undefined))
      await tx.set(feedback, id, { ...wordless(known), ...wished });
    if (contact !== undefined) await tx.delete(contacts, id);
    return { words: known?.words === true, contact: contact !== undefined };
  });
}

/** Throws away the keys of past days and what hangs on them, and what the chat no longer waits for. */
export async function cleanShortLived(store: AgencyStore, clock: Clock): Promise<void> {
  const now = clock();
  await forgetPastDays(store, now);
  await forgetWaiting(store, now);
}
