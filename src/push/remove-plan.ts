import { bodies, parts, pushes } from '../store/collections.ts';
import type { AgencyStore } from '../store/port.ts';

/** Parts removed in one transaction. */
const AT_ONCE = 100;

/** Takes back what was planned and never let go, unless somebody else plans it now. `planner`: who planned it, as the push says. */
export async function removePlan(store: AgencyStore, id: string, planner: string | null): Promise<void> {
  for (let more = true; more;) {
    const { docs } = await store.query(parts, {
      equal: { push: id, state: 'open' },
      orderBy: { field: 'dueAtMs', direction: 'asc' },
      limit: AT_ONCE,
    });
    more = await store.transaction(async (tx) => {
      const push = await tx.get(pushes, id);
      if (push?.state !== 'planning' || push.planner !== planner) return false;
      for (const part of docs) {
        await tx.delete(bodies, part.id);
        await tx.delete(parts, part.id);
      }
      // Last, so that one that breaks off can be found again.
      if (docs.length < AT_ONCE) await tx.delete(pushes, id);
      return docs.length === AT_ONCE;
    });
  }
}
