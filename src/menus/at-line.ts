import type { Clock } from '../clock.ts';
import type { RichMenuClient } from '../line/rich-menu-client.ts';
import type { NewId } from '../new-id.ts';
import { takeLease } from '../store/lease.ts';
import type { AgencyStore } from '../store/port.ts';

/** One call to LINE about menus, made only while nobody else makes any. */
export type AtLine = <T>(act: (client: RichMenuClient) => Promise<T>) => Promise<T>;

export interface MenuWork {
  readonly store: AgencyStore;
  readonly client: RichMenuClient;
  readonly clock: Clock;
  readonly newId: NewId;
}

const LEASE = 'menus';

/**
 * Changes menus at LINE, one server or command at a time: two that link the same person could not tell whose call came last.
 * If another is at it, says until when at most (ms since 1970) and does nothing. Rejects as `work` does, or with
 * StoreError, or LeaseLostError if this took so long that another has begun.
 */
export async function atLine<T>(
  { store, client, clock, newId }: MenuWork,
  work: (line: AtLine) => Promise<T>,
): Promise<{ readonly done: T } | { readonly busyUntilMs: number }> {
  const lease = await takeLease(store, LEASE, { holder: newId(), clock });
  if ('busyUntilMs' in lease) return lease;
  try {
    const line: AtLine = async (act) => {
      await lease.keep();
      return act(client);
    };
    return { done: await work(line) };
  } finally {
    // If it cannot be given back it ends by itself.
    await lease.release().catch(() => undefined);
  }
}
