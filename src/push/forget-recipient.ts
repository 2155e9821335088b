import { parts } from '../store/collections.ts';
import type { AgencyStore } from '../store/port.ts';
import type { Part } from './part.ts';
import { ended } from './settle.ts';

/**
 * Takes somebody out of every push that is still waiting for its first try. What is being tried already stays as it is, because its
 * retry key stands for it, and is forgotten within the quarter of an hour that trying takes.
 */
export async function forgetRecipient(store: AgencyStore, lineUserId: string): Promise<void> {
  let after: string | undefined;
  do {
    const page = await store.query(parts, { equal: { state: 'open' }, ...(after === undefined ? {} : { after }) });
    for (const { id, data } of page.docs) {
      if (!names(data, lineUserId)) continue;
      await store.transaction(async (tx) => {
        const part = await tx.get(parts, id);
        if (part === undefined || part.firstTryAtMs !== null || !names(part, lineUserId)) return;
        const calls = part.calls.map((call) => {
          const to = call.to.filter((user) => user !== lineUserId);
          return to.length === 0 && call.to.length > 0
            ? ended({ ...call, people: 0 }, 'left-out')
            : { ...call, to, people: call.state === 'waiting' ? to.length : call.people };
        });
        const open = calls.some(({ state }) => state === 'waiting');
        await tx.set(parts, id, { ...part, calls, state: open ? 'open' : 'closed' });
      });
    }
    after = page.next;
  } while (after !== undefined);
}

function names(part: Part, lineUserId: string): boolean {
  return part.calls.some(({ to }) => to.includes(lineUserId));
}
