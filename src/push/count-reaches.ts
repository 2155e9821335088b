import { TOPIC_OF } from '../people/wants.ts';
import { mayActAs } from '../people/role.ts';
import { countCitizens, LEAST_ROLE, staffAudience, type Announced } from './audience.ts';
import type { PushDesk } from './push-desk.ts';
import type { Reach } from './reach.ts';

/**
 * How many people each reach comes to; each includes the ones before it. One read for each of the staff, citizens by counting.
 * @param known Handles of staff whom it has reached already; they are not counted.
 */
export async function countReaches(
  { store, staff }: PushDesk,
  kind: Announced,
  known: ReadonlySet<string> = new Set(),
): Promise<{ readonly [R in Reach]: number }> {
  const [workers, citizens] = await Promise.all([
    staffAudience(store, staff(), kind, 'staff', { count: 0 }),
    countCitizens(store, TOPIC_OF[kind]),
  ]);
  // Staff who asked for it themselves are counted among the citizens, too.
  const others = citizens - workers.filter(({ asked }) => asked).length;
  const within = (reach: Reach): number =>
    workers.filter(
      (one) => one.staff !== null && !known.has(one.staff.handle) && mayActAs(one.staff.role, LEAST_ROLE[reach]),
    ).length;
  return { managers: within('managers'), staff: within('staff'), everybody: within('everybody') + others };
}
