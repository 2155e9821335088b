import { divisionName } from '../agency/division.ts';
import { readProfile } from '../agency/profile-record.ts';
import { randomId } from '../new-id.ts';
import type { ChangeBy } from '../people/change-by.ts';
import type { CommandContext } from './command.ts';

/** What a change to who works here is made with when a command makes it: each run is one event. */
export async function commandChange({ store, clock }: CommandContext): Promise<ChangeBy> {
  const agency = await readProfile(store);
  return { eventId: `command-${randomId()}`, now: clock(), divisionName: (id) => divisionName(agency, id) };
}
