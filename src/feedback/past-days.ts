import { daykeys, takenback, waiting } from '../store/collections.ts';
import type { AgencyStore, Collection } from '../store/port.ts';
import { removeWhere } from '../store/remove-where.ts';
import { oldestKeptDay } from './kept-days.ts';

/** Throws away the keys of days that are no longer kept, and what was remembered of answers taken back on them. */
export async function forgetPastDays(store: AgencyStore, now: Date): Promise<void> {
  const oldest = oldestKeptDay(now);
  const { docs } = await store.query(daykeys, { limit: 1_000 });
  for (const { id } of docs) if (id < oldest) await store.delete(daykeys, id);
  await forgetExpired(store, takenback, now);
}

/** Forgets for whom the chat no longer waits. */
export function forgetWaiting(store: AgencyStore, now: Date): Promise<void> {
  return forgetExpired(store, waiting, now);
}

function forgetExpired<T extends { readonly untilMs: number }>(
  store: AgencyStore,
  collection: Collection<T>,
  now: Date,
): Promise<void> {
  return removeWhere(store, collection, ({ untilMs }) => untilMs <= now.getTime());
}
