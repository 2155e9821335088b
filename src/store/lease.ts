import type { Clock } from '../clock.ts';
import { leases } from './collections.ts';
import { LeaseLostError } from './lease-lost-error.ts';
import type { AgencyStore } from './port.ts';

/** How long a lease holds unless it is kept (ms): whoever crashes holds up the others no longer than this. */
const LEASE_MS = 90_000;
/** Kept anew when less than this is left (ms), so that this much is left for whatever is begun after `keep`. */
const LEAST_LEFT_MS = 60_000;

/** The right to do a piece of work alone. */
export interface Lease {
  /** Makes sure that it holds for another minute. To be called before each step. Throws LeaseLostError. */
  readonly keep: () => Promise<void>;
  /** Lets others have it. */
  readonly release: () => Promise<void>;
}

/** The lease `id`, or, if another holds it, until when (ms since 1970). `holder`: new for each go. Throws StoreError. */
export async function takeLease(
  store: AgencyStore,
  id: string,
  { holder, clock }: { readonly holder: string; readonly clock: Clock },
): Promise<Lease | { readonly busyUntilMs: number }> {
  /** Takes or prolongs it; the moment until which it holds, or until which another holds it. */
  const take = (): Promise<{ readonly mine: boolean; readonly untilMs: number }> =>
    store.transaction(async (tx) => {
      const now = clock().getTime();
      const known = await tx.get(leases, id);
      if (known && known.holder !== holder && known.untilMs > now) return { mine: false, untilMs: known.untilMs };
      const untilMs = now + LEASE_MS;
      await tx.set(leases, id, { holder, untilMs });
      return { mine: true, untilMs };
    });
  const first = await take();
  if (!first.mine) return { busyUntilMs: first.untilMs };
  let { untilMs } = first;
  return {
    keep: async () => {
      if (untilMs - clock().getTime() > LEAST_LEFT_MS) return;
      const again = await take();
      if (!again.mine) throw new LeaseLostError('another server does this work now; it can be tried again');
      ({ untilMs } = again);
    },
    release: () =>
      store.transaction(async (tx) => {
        const known = await tx.get(leases, id);
        if (known?.holder === holder) await tx.delete(leases, id);
      }),
  };
}
