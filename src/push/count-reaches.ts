import { TOPIC_OF } from '../people/wants.ts';
import { countCitizens, narrowest, staffAudience, type Announced } from './audience.ts';
import type { PushDesk } from './push-desk.ts';
import { isWithin, type Reach } from './reach.ts';

/**
 * How many people each reach comes to; each includes the ones before it. One read for each of the staff, citizens by counting.
 * @param beyond Whom it has reached already; they are not counted. Undefined: nobody.
 */
export async function countReaches(
  { store, staff }: PushDesk,
  kind: Announced,
  beyond?: Reach,
): Promise<{ readonly [R in Reach]: number }> {
  const [workers, citizens] = await Promise.all([
    staffAudience(store, staff(), kind, 'staff', { count: 0 }),
    countCitizens(store, TOPIC_OF[kind]),
  ]);
  // Staff who asked for it themselves are counted among the citizens, too.
  const others = citizens - workers.filter(({ asked }) => asked).length;
  const within = (reach: Reach): number =>
    workers.filter((one) => one.staff !== null && isWithin(narrowest(one.staff), reach)).length;
  const reached = beyond === undefined ? 0 : within(beyond);
  return {
    managers: Math.max(0, within('managers') - reached),
    staff: within('staff') - reached,
    everybody: beyond === 'everybody' ? 0 : within('staff') - reached + others,
  };
}
