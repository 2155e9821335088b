import { fullSchedule } from '../agency/push-schedule.ts';
import { schedules } from '../store/collections.ts';
import type { Gone } from './audience.ts';
import { cronOf } from './cron-of.ts';
import { makeDigest } from './make-digest.ts';
import { recipientsOf, type Scheduled } from './made-digest.ts';
import { monthRoom } from './month-room.ts';
import type { PushDesk } from './push-desk.ts';
import type { Room } from './quota.ts';

/** What would go out if the time had come. */
export interface DigestPreview {
  /** JSON array of messages as one recipient would get them, also if it would not be sent; null: there is nothing to tell at all. */
  readonly messages: string | null;
  /** Why it would not be sent, whatever is left of the month; null: it would. */
  readonly whyNot: 'off' | 'nobody' | 'nothing-new' | null;
  readonly people: number;
  readonly gone: number;
  /** Undefined if LINE does not say how much is left. */
  readonly room: Room | undefined;
}

/** Makes a digest as if it were due, and writes nothing. */
export async function previewDigest(desk: PushDesk, kind: Scheduled): Promise<DigestPreview> {
  const [{ usual: room }, before] = await Promise.all([monthRoom(desk), desk.store.get(schedules, kind)]);
  const gone: Gone = { count: 0 };
  const made = await makeDigest(desk, kind, before, gone, room);
  // What has all been told is shown as it would be told for the first time.
  const shown = made ?? (await makeDigest(desk, kind, undefined, { count: 0 }, room));
  const people = shown === undefined ? 0 : await recipientsOf(desk.store, shown);
  const off = cronOf(fullSchedule(desk.facts().agency?.push), kind) === null;
  const unsent = shown !== undefined && people === 0 ? 'nobody' : made === undefined ? 'nothing-new' : null;
  return { messages: shown?.sample ?? null, whyNot: off ? 'off' : unsent, people, gone: gone.count, room };
}
