import { bodies, parts } from '../store/collections.ts';
import type { AgencyStore } from '../store/port.ts';
import { partId, type Call, type Part } from './part.ts';

/**
 * Keeps what came of a claim. If the lease ran out and somebody else took the part meanwhile, what is known is put together, call by call,
 * whichever of them is first to write it down.
 */
export async function savePart(store: AgencyStore, name: string, settled: Part): Promise<void> {
  const id = partId(settled.push, settled.no);
  await store.transaction(async (tx) => {
    const stored = await tx.get(parts, id);
    if (stored === undefined) return;
    const calls = stored.calls.map((call, index) => knownBest(call, settled.calls[index] ?? call));
    const open = calls.some(({ state }) => state === 'waiting');
    const base = stored.holder === name ? settled : stored;
    await tx.set(parts, id, { ...base, calls, state: open ? 'open' : 'closed', holder: open ? base.holder : null });
    // Who got it is forgotten as soon as it is known how it ended.
    if (!open) await tx.delete(bodies, id);
  });
}

/**
 * What two servers know of the same call. That LINE has taken it is certain; an end is more than waiting; and a refusal is certain only if
 * no try of either may have been taken.
 */
function knownBest(stored: Call, ours: Call): Call {
  if (isTaken(stored)) return stored;
  if (isTaken(ours)) return ours;
  const unclear = stored.unclear || ours.unclear;
  const best = stored.state === 'waiting' ? ours : stored;
  return best.state === 'refused' && unclear ? { ...best, state: 'unknown', unclear } : { ...best, unclear };
}

function isTaken({ state }: Call): boolean {
  return state === 'sent' || state === 'accepted-before';
}
