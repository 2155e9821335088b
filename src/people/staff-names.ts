import { staff } from '../store/collections.ts';
import type { AgencyStore, Doc } from '../store/port.ts';
import { shownName } from './shown-name.ts';
import type { StaffMember } from './staff-member.ts';

export interface StaffNamesOptions {
  readonly store: AgencyStore;
  /** Asks LINE for the name that user shows; null: there is none; undefined: it could not be found out now. Must not reject. */
  readonly nameOf: (lineUserId: string) => Promise<string | null | undefined>;
  /** Told when the watch breaks or a name cannot be stored. */
  readonly onError: (error: unknown) => void;
}

export interface StaffNames {
  /** Asks no more; what LINE still answers is dropped. */
  stop(): void;
}

/**
 * Finds the names of staff who have none yet: they agreed to that when they joined. It looks at the store and not at the events, so it
 * never holds up an answer, and a name missed by a crash is asked for by the next server that starts. One at a time; who has no
 * name for us is asked for once per server and joining.
 */
export function startStaffNames({ store, nameOf, onError }: StaffNamesOptions): StaffNames {
  const asked = new Set<string>();
  let running = Promise.resolve();
  let stopped = false;
  const find = async ({ id, data }: Doc<StaffMember>): Promise<void> => {
    if (stopped) return;
    const found = await nameOf(id);
    if (stopped) return;
    if (found === undefined) asked.delete(keyOf(id, data));
    const name = typeof found === 'string' ? shownName(found) : null;
    if (name !== null) await keep(store, id, name);
  };
  const see = (docs: readonly Doc<StaffMember>[]): void => {
    for (const doc of docs) {
      const key = keyOf(doc.id, doc.data);
      if (doc.data.name !== null || doc.data.role === 'citizen' || asked.has(key)) continue;
      asked.add(key);
      running = running.then(() => find(doc)).catch(onError);
    }
  };
  const stopWatch = store.watch(staff, see, onError);
  return {
    stop: () => {
      stopped = true;
      stopWatch();
    },
  };
}

function keyOf(id: string, { joinedAt }: StaffMember): string {
  return `${id} ${joinedAt}`;
}

async function keep(store: AgencyStore, id: string, name: string): Promise<void> {
  await store.transaction(async (tx) => {
    const member = await tx.get(staff, id);
    // They may have been erased, or the role withdrawn, while LINE was asked.
    if (!member || member.role === 'citizen' || member.name !== null) return;
    await tx.set(staff, id, { ...member, name });
  });
}
