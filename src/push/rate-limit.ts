import { ratelimits } from '../store/collections.ts';
import type { AgencyStore } from '../store/port.ts';
import type { Endpoint } from './request-body.ts';

/** Requests a second that LINE allows (Messaging API reference, Rate limits), less a twentieth for others who use the channel. */
const PER_SECOND: { readonly [E in Endpoint]: number } = { multicast: 190, push: 1_900 };

/** So much may be sent at once after a pause (ms of the rate). */
const BURST_MS = 1_000;
/** Nobody is made to wait longer: a time further ahead comes from a clock that has been set back. */
const FURTHEST_MS = 30_000;

/**
 * Takes `count` requests from the token bucket that all servers share through the store. Resolves with how long to wait before
 * they may be sent (ms). One read and one write, however many are taken.
 */
export async function takeRequests(
  store: AgencyStore,
  endpoint: Endpoint,
  count: number,
  nowMs: number,
): Promise<number> {
  return store.transaction(async (tx) => {
    const taken = (await tx.get(ratelimits, endpoint))?.takenUntilMs ?? 0;
    const from = taken > nowMs + FURTHEST_MS ? nowMs : Math.max(taken, nowMs - BURST_MS);
    await tx.set(ratelimits, endpoint, { takenUntilMs: from + (count * 1_000) / PER_SECOND[endpoint] });
    return Math.max(0, Math.ceil(from - nowMs));
  });
}
