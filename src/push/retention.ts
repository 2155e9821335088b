import type { Clock } from '../clock.ts';
import { parts, pushes } from '../store/collections.ts';
import type { AgencyStore } from '../store/port.ts';
import { partId } from './part.ts';
import { removePlan } from './remove-plan.ts';

const DAY_MS = 86_400_000;
/** What was sent to how many is kept so long (ms). */
const KEPT_MS = 2 * 365 * DAY_MS;
/** A plan that was not let go by then (ms) never will be. */
const PLAN_MS = DAY_MS;
/** Pushes removed per query. */
const BATCH = 100;

/** Removes plans that broke off, with everybody they name, and pushes that have been kept long enough. To be run once a day. */
export async function cleanPushes(store: AgencyStore, clock: Clock): Promise<void> {
  const nowMs = clock().getTime();
  for (const { id, data } of (await store.query(pushes, { equal: { state: 'planning' } })).docs)
    if (nowMs - data.plannedAtMs >= PLAN_MS) await removePlan(store, id, data.planner);
  for (;;) {
    const orderBy = { field: 'plannedAtMs', direction: 'asc' } as const;
    const { docs } = await store.query(pushes, { orderBy, limit: BATCH });
    const old = docs.filter(({ data }) => nowMs - data.plannedAtMs >= KEPT_MS && data.counts !== null);
    for (const { id, data } of old) {
      for (let no = 0; no < data.parts; no += 1) await store.delete(parts, partId(id, no));
      await store.delete(pushes, id);
    }
    if (old.length < BATCH) return;
  }
}
