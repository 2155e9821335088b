import { staff } from '../store/collections.ts';
import type { AgencyStore, Doc } from '../store/port.ts';
import { mayActAs } from './role.ts';
import type { StaffMember } from './staff-member.ts';

/** Who works here, known without a read. */
export interface StaffList {
  /** The staff member with that LINE user id; undefined for citizens, also for those whose role was withdrawn. */
  readonly of: (lineUserId: string) => StaffMember | undefined;
  /** By handle, also of those whose role was withdrawn. */
  readonly byHandle: (handle: string) => StaffMember | undefined;
  /** Everybody who has a role, by LINE user id. */
  readonly all: () => readonly Doc<StaffMember>[];
  /** The same with those whose role was withdrawn. */
  readonly records: () => readonly Doc<StaffMember>[];
  /** Calls the listener after every change; returns how to stop that. */
  readonly onChange: (listener: () => void) => () => void;
  /** Resolves when the list has been read once. */
  readonly ready: Promise<void>;
  /** True from then on. */
  readonly isReady: () => boolean;
  readonly stop: () => void;
}

/**
 * Keeps the list fresh by watching the store (1,000 people at most). Another server may know of a change a moment later, so
 * whoever writes in somebody's name asks the store itself (`acting-staff.ts`). `onError` is told when the watch breaks.
 */
export function watchStaff(store: AgencyStore, onError: (error: Error) => void): StaffList {
  let byId: ReadonlyMap<string, StaffMember> = new Map();
  let seen = false;
  let byHandle: ReadonlyMap<string, StaffMember> = new Map();
  const listeners = new Set<() => void>();
  const { promise: ready, resolve } = Promise.withResolvers<void>();
  const stop = store.watch(
    staff,
    (docs) => {
      byId = new Map(docs.map(({ id, data }) => [id, data]));
      byHandle = new Map(docs.map(({ data }) => [data.handle, data]));
      seen = true;
      resolve();
      for (const listener of listeners) listener();
    },
    onError,
  );
  return {
    of: (lineUserId) => working(byId.get(lineUserId)),
    byHandle: (handle) => byHandle.get(handle),
    all: () => [...byId].flatMap(([id, data]) => (working(data) ? [{ id, data }] : [])),
    records: () => Array.from(byId, ([id, data]) => ({ id, data })),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ready,
    isReady: () => seen,
    stop,
  };
}

function working(member: StaffMember | undefined): StaffMember | undefined {
  return member && mayActAs(member.role, 'staff') ? member : undefined;
}
