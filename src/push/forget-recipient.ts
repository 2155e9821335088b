import { bodies, parts, pushes } from '../store/collections.ts';
import { everyDoc } from '../store/every-doc.ts';
import type { AgencyStore } from '../store/port.ts';
import { leaveOut } from './leave-out.ts';

/** Parts looked at in one go: one has up to 0.6 MiB. */
const LOOK_AT = 10;

/**
 * Takes somebody out of every push that is still waiting for its first try; one that is being planned is interrupted, because whoever
 * plans it may have read them already, and is planned anew without them. To be called when nothing else is known of them any more. What is
 * being tried already stays as it is, because its retry key stands for it, and is forgotten within the quarter of an hour that trying takes.
 */
export async function forgetRecipient(store: AgencyStore, lineUserId: string): Promise<void> {
  await interruptPlanning(store);
  const nobody = new Set([lineUserId]);
  for await (const { id, data } of everyDoc(store, bodies, { limit: LOOK_AT })) {
    if (!data.bodies.some((body) => body.includes(lineUserId))) continue;
    await store.transaction(async (tx) => {
      const part = await tx.get(parts, id);
      if (part === undefined || part.state === 'closed' || part.firstTryAtMs !== null) return;
      const calls = await leaveOut(tx, id, part.calls, nobody);
      const open = calls.some(({ state }) => state === 'waiting');
      await tx.set(parts, id, { ...part, calls, state: open ? 'open' : 'closed' });
    });
  }
}

async function interruptPlanning(store: AgencyStore): Promise<void> {
  for (const { id } of (await store.query(pushes, { equal: { state: 'planning' } })).docs)
    await store.transaction(async (tx) => {
      const push = await tx.get(pushes, id);
      if (push?.state === 'planning') await tx.set(pushes, id, { ...push, planner: null });
    });
}
