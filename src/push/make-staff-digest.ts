import { divisionsOf } from '../agency/division.ts';
import { fiscalYearOf } from '../assessment/fiscal-year.ts';
import { countWaiting } from '../feedback/waiting-feedback.ts';
import { mayActAs } from '../people/role.ts';
import { staffAudience, type Gone } from './audience.ts';
import { countFeedback, newSince } from './digests/feedback-since.ts';
import type { Facts } from './digests/facts.ts';
import { dueName } from './digests/measure-line.ts';
import { duesOf, staffDigest } from './digests/staff-digest.ts';
import { WHOLE, type DigestReach, type MadeDigest } from './made-digest.ts';
import type { Letter } from './parts-of.ts';
import { worded, type PushDesk } from './push-desk.ts';
import type { ScheduleRecord } from './schedule-record.ts';
import { isMoreThan, toldLine, type Told } from './told.ts';

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
  const fresh = newSince(counts, before?.counts ?? undefined);
  // Managers have a digest of their own.
  const recipients = (await staffAudience(desk.store, desk.staff(), 'staff-digest', 'staff', gone)).filter(
    ({ staff }) => staff !== null && mayActAs(staff.role, 'manager') === (reach === 'managers'),
  );
  // Without anybody it is made as for the whole agency: whoever plans it finds that it is for nobody.
  const divisions = new Set(recipients.length === 0 ? [null] : recipients.map(({ staff }) => staff?.division ?? null));
  const known = [...divisionsOf(facts.agency).map(({ id }) => id), ...divisions].filter((id) => id !== null);
  const waitingFor = await countWaiting(desk.store, fiscalYear, known);
  const told: Record<string, string> = {};
  const letters: Letter[] = [];
  let summary = '';
  let sample: string | undefined;
  for (const division of divisions) {
    const waiting = waitingFor(division);
    const data = staffDigest(facts, division, { fresh, waiting });
    if (data === null) continue;
    const key = division ?? WHOLE;
    // New answers are told of whatever else there is; that there are none any more is no news.
    const tells: Told = { numbers: [waiting.all, waiting.own ?? 0], things: duesOf(facts, division).map(dueName) };
    told[key] = toldLine(tells);
    if (fresh.about.length === 0 && !isMoreThan(tells, before?.told[key])) continue;
    const { messages, summary: said } = worded(desk, 'push-staff-digest', data);
    summary ||= said;
    sample ??= messages;
    for (const { to, staff } of recipients) if ((staff?.division ?? null) === division) letters.push({ to, messages });
  }
  return sample === undefined ? undefined : { letters, sample, summary, record: { told, counts } };
}
