import { mayActAs } from '../people/role.ts';
import { TOPIC_OF } from '../people/wants.ts';
import { countCitizens, staffAudience, type Announced, type Reach } from './audience.ts';
import type { PushDesk } from './push-desk.ts';

/** How many people each reach comes to; each includes the ones before it. One read for each of the staff, citizens by counting. */
export async function countReaches(
  { store, staff }: PushDesk,
  kind: Announced,
): Promise<{ readonly [R in Reach]: number }> {
  const [workers, citizens] = await Promise.all([
    staffAudience(store, staff(), kind, 'staff', { count: 0 }),
    countCitizens(store, TOPIC_OF[kind]),
  ]);
  const managers = workers.filter((one) => one.staff !== null && mayActAs(one.staff.role, 'manager'));
  // Staff who asked for it themselves are counted among the citizens, too.
  const twice = workers.filter(({ asked }) => asked).length;
  return { managers: managers.length, staff: workers.length, everybody: workers.length + citizens - twice };
}
