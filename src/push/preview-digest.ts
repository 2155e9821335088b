import { fullSchedule } from '../agency/push-schedule.ts';
import { quotas, schedules } from '../store/collections.ts';
import { countCitizens, type Gone } from './audience.ts';
import { makeDigest } from './make-digest.ts';
import type { Scheduled } from './made-digest.ts';
import { monthOf } from './plan-push.ts';
import type { PushDesk } from './push-desk.ts';
import { roomIn, UNUSED_QUOTA, type Room } from './quota.ts';

/** What would go out if the time had come. */
export interface DigestPreview {
  /** JSON array of messages as one recipient would get them; null: there is nothing new, so nothing would be sent. */
  readonly messages: string | null;
  readonly people: number;
  readonly gone: number;
  /** Undefined if LINE does not say how much is left. */
  readonly room: Room | undefined;
}

/** Makes a digest as if it were due, and writes nothing. */
export async function previewDigest(desk: PushDesk, kind: Scheduled): Promise<DigestPreview> {
  const [quota, own, before] = await Promise.all([
    desk.quota(),
    desk.store.get(quotas, monthOf(desk.clock())),
    desk.store.get(schedules, kind),
  ]);
  const { reserve } = fullSchedule(desk.facts().agency?.push);
  const gone: Gone = { count: 0 };
  const made = await makeDigest(desk, kind, before, gone, quota ?? { limit: null, used: 0 }, reserve);
  const room = quota && roomIn(quota, own ?? UNUSED_QUOTA, reserve, false);
  if (made === undefined) return { messages: null, people: 0, gone: gone.count, room };
  const people = Array.isArray(made.letters) ? made.letters.length : await countCitizens(desk.store, 'news');
  return { messages: made.sample, people, gone: gone.count, room };
}
