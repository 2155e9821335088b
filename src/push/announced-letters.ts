import { announcementAudience, type Announced } from './audience.ts';
import type { Letter } from './parts-of.ts';
import type { PlannedPush } from './plan-push.ts';
import type { PushDesk } from './push-desk.ts';
import type { Reach } from './reach.ts';

/** What a push of a manager's goes to: the same message for everybody within `reach` whom it has not reached already. */
export function announcedLetters(
  { store, staff }: PushDesk,
  kind: Announced,
  wide: { readonly reach: Reach; readonly known?: ReadonlySet<string> | undefined },
  messages: string,
): Pick<PlannedPush, 'letters' | 'gone' | 'handles' | 'reach'> {
  const gone = { count: 0 };
  const handles: string[] = [];
  async function* letters(): AsyncGenerator<Letter> {
    for await (const { to, staff: member } of announcementAudience(store, staff(), kind, wide, gone)) {
      if (member !== null) handles.push(member.handle);
      yield { to, messages };
    }
  }
  return { letters: letters(), gone: () => gone.count, handles: () => handles, reach: wide.reach };
}
