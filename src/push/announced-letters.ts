import { announcementAudience, type Announced, type Gone, type Reach } from './audience.ts';
import type { Letter } from './parts-of.ts';
import type { PushDesk } from './push-desk.ts';

/** The same message for everybody within a reach. */
export async function* announcedLetters(
  { store, staff }: PushDesk,
  kind: Announced,
  reach: Reach,
  gone: Gone,
  messages: string,
): AsyncGenerator<Letter> {
  for await (const { to } of announcementAudience(store, staff(), kind, reach, gone)) yield { to, messages };
}
