import { createHash } from 'node:crypto';
import { fiscalYearOf } from '../assessment/fiscal-year.ts';
import { isLate } from '../measures/standing.ts';
import { staffAudience, type Gone } from './audience.ts';
import type { Facts } from './digests/facts.ts';
import { countFeedback, newSince } from './digests/feedback-since.ts';
import { isTrendShown, managerDigest, type ManagerDigest } from './digests/manager-digest.ts';
import { dueName, measureLine } from './digests/measure-line.ts';
import { feedbackTrend } from './feedback-trend.ts';
import { WHOLE, type MadeDigest } from './made-digest.ts';
import { worded, type PushDesk } from './push-desk.ts';
import type { Room } from './quota.ts';
import type { ScheduleRecord } from './schedule-record.ts';
import { isMoreThan, toldLine, type Told } from './told.ts';

/** The digest for managers; undefined if there is nothing new in it. */
export async function makeManagerDigest(
  desk: PushDesk,
  facts: Facts,
  before: ScheduleRecord | undefined,
  gone: Gone,
  room: Room | undefined,
): Promise<MadeDigest | undefined> {
  const [trend, counts] = await Promise.all([
    feedbackTrend(desk.store, facts.now),
    countFeedback(desk.store, fiscalYearOf(facts.now)),
  ]);
  const data = managerDigest(facts, trend, room);
  if (data === null) return undefined;
  const tells = toldIn(data, facts);
  // Four weeks pass by themselves: what people said is news only if somebody has answered since.
  const answered = isTrendShown(trend) && newSince(counts, before?.counts ?? undefined).about.length > 0;
  if (!answered && !isMoreThan(tells, before?.told[WHOLE])) return undefined;
  const { messages, summary } = worded(desk, 'push-manager-digest', data);
  const recipients = await staffAudience(desk.store, desk.staff(), 'manager-digest', 'manager', gone);
  return {
    letters: recipients.map(({ to }) => ({ to, messages })),
    sample: messages,
    summary,
    record: { told: { [WHOLE]: toldLine(tells) }, counts },
  };
}

/** What is left of the month always changes; that alone is no news. */
function toldIn({ moreWeaknesses, open, silent, unowned, weaknesses }: ManagerDigest, { measures, now }: Facts): Told {
  const late = measures.filter((measure) => isLate(measure, now)).map((measure) => dueName(measureLine(measure, now)));
  const weak = weaknesses.map(({ name, detail }) =>
    createHash('sha256').update(`${name}\n${detail}`).digest('hex').slice(0, 12),
  );
  return { numbers: [moreWeaknesses, open, silent, unowned], things: [...weak, ...late] };
}
