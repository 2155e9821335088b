import { staffAudience, type Gone } from './audience.ts';
import type { Facts } from './digests/facts.ts';
import { managerDigest } from './digests/manager-digest.ts';
import { feedbackTrend } from './feedback-trend.ts';
import { fingerprint, WHOLE, type MadeDigest } from './made-digest.ts';
import { worded, type PushDesk } from './push-desk.ts';
import type { Room } from './quota.ts';
import type { ScheduleRecord } from './schedule-record.ts';

/** The digest for managers; undefined if there is nothing new in it. */
export async function makeManagerDigest(
  desk: PushDesk,
  facts: Facts,
  before: ScheduleRecord | undefined,
  gone: Gone,
  room: Room | undefined,
): Promise<MadeDigest | undefined> {
  const data = managerDigest(facts, await feedbackTrend(desk.store, facts.now), room);
  if (data === null) return undefined;
  // What is left of the quota always changes; that alone is no news.
  const told = { [WHOLE]: fingerprint({ ...data, left: null, limit: null }) };
  if (told[WHOLE] === before?.told[WHOLE]) return undefined;
  const { messages, summary } = worded(desk, 'push-manager-digest', data);
  const recipients = await staffAudience(desk.store, desk.staff(), 'manager-digest', 'manager', gone);
  return {
    letters: recipients.map(({ to }) => ({ to, messages })),
    sample: messages,
    summary,
    record: { told, counts: null },
  };
}
