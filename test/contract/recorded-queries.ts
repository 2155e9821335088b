import { compositeIndexes } from '../../src/store/firestore/composite-indexes.ts';
import type { AgencyStore, Collection, Index, Query, Scalar, Store } from '../../src/store/port.ts';

/** One query that was really made and answered, as far as indexes are concerned. */
export interface RecordedQuery {
  readonly collection: Collection<unknown>;
  readonly equal: readonly string[];
  /** The order, or for an average the averaged field, which Firestore has to find in the same index. */
  readonly order: Index['orderBy'] | { readonly field: string; readonly direction: undefined };
}

/** A store that notes every query, count and average that was answered. */
export function recordQueries(store: Store, recorded: RecordedQuery[]): Store {
  return { ...store, agency: (orgId) => recordAgency(store.agency(orgId), recorded) };
}

/** What the emulator does not check and Firestore does: is there a composite index for this query, if it needs one? */
export function isCovered({ collection, equal, order }: RecordedQuery): boolean {
  if (equal.length === 0 || order === undefined) return true;
  return compositeIndexes([collection]).some(({ fields }) => {
    const last = fields.at(-1);
    const filters = fields.slice(0, -1).map((field) => field.fieldPath);
    const direction = last?.order === 'DESCENDING' ? 'desc' : 'asc';
    const sameOrder = last?.fieldPath === order.field && (order.direction ?? direction) === direction;
    return sameOrder && filters.join() === [...equal].sort().join();
  });
}

function recordAgency(agency: AgencyStore, recorded: RecordedQuery[]): AgencyStore {
  type Equal = Readonly<Record<string, Scalar>>;
  const note = (collection: Collection<unknown>, equal: Equal | undefined, order: RecordedQuery['order']): void => {
    recorded.push({ collection, equal: Object.keys(equal ?? {}), order });
  };
  return {
    orgId: agency.orgId,
    get: agency.get.bind(agency),
    create: agency.create.bind(agency),
    set: agency.set.bind(agency),
    delete: agency.delete.bind(agency),
    transaction: agency.transaction.bind(agency),
    watch: agency.watch.bind(agency),
    query: async <T>(collection: Collection<T>, query?: Query) => {
      const page = await agency.query(collection, query);
      note(collection, query?.equal, query?.orderBy);
      return page;
    },
    count: async <T>(collection: Collection<T>, equal?: Equal) => {
      const count = await agency.count(collection, equal);
      note(collection, equal, undefined);
      return count;
    },
    average: async <T>(collection: Collection<T>, field: string, equal?: Equal) => {
      const mean = await agency.average(collection, field, equal);
      note(collection, equal, { field, direction: undefined });
      return mean;
    },
  };
}
