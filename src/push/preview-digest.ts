import { schedules } from '../store/collections.ts';
import type { Gone } from './audience.ts';
import { makeDigest } from './make-digest.ts';
import { recipientsOf, type Scheduled } from './made-digest.ts';
import { monthRoom } from './month-room.ts';
import type { PushDesk } from './push-desk.ts';
import type { Room } from './quota.ts';

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
  const [{ usual: room }, before] = await Promise.all([monthRoom(desk), desk.store.get(schedules, kind)]);
  const gone: Gone = { count: 0 };
  const made = await makeDigest(desk, kind, before, gone, room);
  if (made === undefined) return { messages: null, people: 0, gone: gone.count, room };
  const people = await recipientsOf(desk.store, made);
  return { messages: made.sample, people, gone: gone.count, room };
}
