import { fiscalYearOf } from '../assessment/fiscal-year.ts';
import { feedback } from '../store/collections.ts';
import { mayActAs } from '../people/role.ts';
import { staffAudience, type Gone } from './audience.ts';
import { countFeedback, newSince } from './digests/feedback-since.ts';
import type { Facts } from './digests/facts.ts';
import { staffDigest } from './digests/staff-digest.ts';
import { fingerprint, WHOLE, type DigestReach, type MadeDigest } from './made-digest.ts';
import type { Letter } from './parts-of.ts';
import { worded, type PushDesk } from './push-desk.ts';
import type { ScheduleRecord } from './schedule-record.ts';

/** The weekly digest of each division, for staff who are no managers, or for these in their place; undefined if no division has anything new. */
export async function makeStaffDigest(
  desk: PushDesk,
  facts: Facts,
  before: ScheduleRecord | undefined,
  gone: Gone,
  reach: DigestReach,
): Promise<MadeDigest | undefined> {
  const fiscalYear = fiscalYearOf(facts.now);
  const counts = await countFeedback(desk.store, fiscalYear);
  const unanswered = await desk.store.count(feedback, { fiscalYear, waits: true });
  const fresh = newSince(counts, before?.counts ?? undefined);
  // Managers have a digest of their own.
  const recipients = (await staffAudience(desk.store, desk.staff(), 'staff-digest', 'staff', gone)).filter(
    ({ staff }) => staff !== null && mayActAs(staff.role, 'manager') === (reach === 'managers'),
  );
  const told: Record<string, string> = {};
  const letters: Letter[] = [];
  let summary = '';
  for (const division of new Set(recipients.map(({ staff }) => staff?.division ?? null))) {
    const data = staffDigest(facts, division, { fresh, unanswered });
    if (data === null) continue;
    const key = division ?? WHOLE;
    told[key] = fingerprint(data);
    if (fresh.length === 0 && told[key] === before?.told[key]) continue;
    const { messages, summary: said } = worded(desk, 'push-staff-digest', data);
    summary ||= said;
    for (const { to, staff } of recipients) if ((staff?.division ?? null) === division) letters.push({ to, messages });
  }
  const [first] = letters;
  return first && { letters, sample: first.messages, summary, record: { told, counts } };
}
