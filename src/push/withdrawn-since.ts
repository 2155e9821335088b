import { people, pushes, staff } from '../store/collections.ts';
import type { AgencyStore } from '../store/port.ts';
import { wants } from '../people/wants.ts';
import { newestFirst } from './newest-first.ts';
import type { Push, PushKind } from './push.ts';

const FOR_STAFF: ReadonlySet<PushKind> = new Set(['staff-digest', 'manager-digest']);
/** Clocks of two servers may differ by this much (ms). */
const CLOCKS_DIFFER_MS = 5 * 60_000;

/**
 * Who was planned for and is not to get it any more: people whose record changed since a push was planned, because they stopped news
 * or left, and of what is for staff those who are none any more. A few documents, however large the audience is. Read once for each push
 * and each call of `withdrawnSince`.
 */
export function withdrawnSince(store: AgencyStore): (push: string) => Promise<ReadonlySet<string>> {
  const known = new Map<string, Promise<ReadonlySet<string>>>();
  return (id) => {
    const found = known.get(id) ?? read(store, id);
    known.set(id, found);
    return found;
  };
}

async function read(store: AgencyStore, id: string): Promise<ReadonlySet<string>> {
  const push = await store.get(pushes, id);
  if (push === undefined) return new Set();
  const [changed, left] = await Promise.all([changedSince(store, push), noStaffSince(store, push)]);
  return new Set([...changed, ...left]);
}

/** Whose role was taken back since a push for staff was planned. */
async function noStaffSince(store: AgencyStore, { kind, reach, plannedAtMs }: Push): Promise<ReadonlySet<string>> {
  const withdrawn = new Set<string>();
  const forStaff = FOR_STAFF.has(kind) || reach === 'managers' || reach === 'staff';
  if (!forStaff) return withdrawn;
  for await (const { id, data } of newestFirst(store, staff, 'withdrawnAt')) {
    if (Date.parse(data.withdrawnAt ?? '') < plannedAtMs - CLOCKS_DIFFER_MS) break;
    if (data.role === 'citizen') withdrawn.add(id);
  }
  return withdrawn;
}

async function changedSince(store: AgencyStore, { kind, plannedAtMs }: Push): Promise<ReadonlySet<string>> {
  const withdrawn = new Set<string>();
  for await (const { id, data } of newestFirst(store, people, 'recordedAtMs')) {
    if (data.recordedAtMs < plannedAtMs - CLOCKS_DIFFER_MS) break;
    // Staff get their digest and results without having said so; who they are is asked only of those few.
    if (!wants(data, kind) && !wants(data, kind, (await store.get(staff, id))?.role)) withdrawn.add(id);
  }
  return withdrawn;
}
