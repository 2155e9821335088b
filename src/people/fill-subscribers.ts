import { people, subscribers } from '../store/collections.ts';
import { everyDoc } from '../store/every-doc.ts';
import type { AgencyStore } from '../store/port.ts';
import { keepPerson } from './keep-person.ts';
import { LISTED } from './subscribers.ts';

/**
 * Makes the lists of who asked for results and news, if there are none and somebody did: in a store written by a version that had no
 * lists, or put back without them. A read otherwise, and two counts while nobody asked. To be run once a day; running it twice changes nothing more.
 */
export async function fillSubscribers(store: AgencyStore): Promise<void> {
  if ((await store.query(subscribers, { limit: 1 })).docs.length > 0) return;
  for (const topic of LISTED) {
    const wanting = { following: true, [`wants.${topic}.wanted`]: true };
    if ((await store.count(people, wanting)) === 0) continue;
    for await (const { id } of everyDoc(store, people, { equal: wanting }))
      await store.transaction(async (tx) => keepPerson(tx, id, undefined, await tx.get(people, id)));
  }
}
