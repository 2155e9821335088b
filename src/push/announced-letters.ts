import { announcementAudience, type Announced, type Gone } from './audience.ts';
import type { Letter } from './parts-of.ts';
import type { PushDesk } from './push-desk.ts';
import type { Reach } from './reach.ts';

/** The same message for everybody within `reach` whom it has not reached already. */
export async function* announcedLetters(
  { store, staff }: PushDesk,
  kind: Announced,
  wide: { readonly reach: Reach; readonly beyond?: Reach | undefined },
  gone: Gone,
  messages: string,
): AsyncGenerator<Letter> {
  for await (const { to } of announcementAudience(store, staff(), kind, wide, gone)) yield { to, messages };
}
