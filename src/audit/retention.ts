import { fiscalYearOf, fiscalYearStart } from '../assessment/fiscal-year.ts';
import type { Clock } from '../clock.ts';
import { audit } from '../store/collections.ts';
import type { AgencyStore } from '../store/port.ts';

/** Fiscal years an entry is kept after the one it was written in. */
const YEARS_KEPT = 2;
/** Entries removed per query. */
const BATCH = 500;

/** What was written before this moment is not kept any more. */
export function auditKeptSince(now: Date): Date {
  return fiscalYearStart(fiscalYearOf(now) - YEARS_KEPT);
}

/** Removes entries that have been kept long enough. May be stopped and run again at any time. Resolves with how many there were. */
export async function cleanAudit(store: AgencyStore, clock: Clock): Promise<number> {
  const since = auditKeptSince(clock()).getTime();
  const orderBy = { field: 'atMs', direction: 'asc' } as const;
  let removed = 0;
  for (;;) {
    const { docs } = await store.query(audit, { orderBy, limit: BATCH });
    const old = docs.filter(({ data }) => data.atMs < since);
    for (const { id } of old) await store.delete(audit, id);
    removed += old.length;
    if (old.length < BATCH) return removed;
  }
}
