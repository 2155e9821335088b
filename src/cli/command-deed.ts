import type { Deed } from '../audit/deed.ts';
import type { Clock } from '../clock.ts';
import { randomId } from '../new-id.ts';

/** What this run of a command changes, in the audit: somebody with access to the server did it. */
export function commandDeed(clock: Clock): Deed {
  return { by: 'command', eventId: `command-${randomId()}`, at: clock() };
}
