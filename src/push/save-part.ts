import { bodies, parts } from '../store/collections.ts';
import type { AgencyStore } from '../store/port.ts';
import { partId, type Part } from './part.ts';

/**
 * Keeps what came of a claim. If the lease ran out and somebody else took the part meanwhile, only what is known for certain is added
 * to theirs: the calls that ended here need not be made again.
 */
export async function savePart(store: AgencyStore, name: string, settled: Part): Promise<void> {
  const id = partId(settled.push, settled.no);
  await store.transaction(async (tx) => {
    const stored = await tx.get(parts, id);
    if (stored === undefined) return;
    const saved = stored.holder === name ? settled : merged(stored, settled);
    await tx.set(parts, id, saved);
    // Who got it is forgotten as soon as it is known how it ended.
    if (saved.state === 'closed') await tx.delete(bodies, id);
  });
}

function merged(theirs: Part, ours: Part): Part {
  const calls = theirs.calls.map((call, index) => {
    const own = ours.calls[index];
    return call.state === 'waiting' && own !== undefined && own.state !== 'waiting' ? own : call;
  });
  const open = calls.some(({ state }) => state === 'waiting');
  return { ...theirs, calls, state: open ? 'open' : 'closed' };
}
