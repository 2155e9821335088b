import type { AgencyStore, Store } from '../../src/store/port.ts';

type StoreMethod = 'ping' | 'get' | 'create' | 'set' | 'delete' | 'query' | 'count' | 'average' | 'transaction';

/** Calls that are being held back. */
interface Gate {
  /** How many calls are waiting at the moment. */
  readonly waiting: () => number;
  /** Lets the waiting calls and all later ones through. */
  readonly open: () => void;
}

/** Makes a store misbehave. The newest fault for a method counts; without `methods` it is for all of them. */
export interface StoreFaults {
  /** Calls do not reach the store and reject with `error`: the store is down. */
  readonly fail: (error: Error, ...methods: readonly StoreMethod[]) => void;
  /** Calls wait and reach the store only when the gate is opened: the store is slow. */
  readonly hold: (...methods: readonly StoreMethod[]) => Gate;
  /** Calls do their work and then reject with `error`: the answer is lost. */
  readonly loseAnswers: (error: Error, ...methods: readonly StoreMethod[]) => void;
  /** Everything works again; calls that were held back go on. */
  readonly heal: () => void;
}

interface Fault {
  readonly methods: readonly StoreMethod[];
  readonly around: <R>(call: () => Promise<R>) => Promise<R>;
  readonly end: () => void;
}

/** A real store behind faults that tests switch on and off. Watches are let through. No clocks: slowness is a gate. */
export function faultyStore(store: Store): { readonly store: Store; readonly faults: StoreFaults } {
  let active: Fault[] = [];

  const through = <R>(method: StoreMethod, call: () => Promise<R>): Promise<R> => {
    const fault = active.findLast(({ methods }) => methods.length === 0 || methods.includes(method));
    return fault === undefined ? call() : fault.around(call);
  };

  const faults: StoreFaults = {
    fail: (error, ...methods) => {
      const around = async (): Promise<never> => {
        throw error;
      };
      active.push({ methods, around, end: () => undefined });
    },
    loseAnswers: (error, ...methods) => {
      const around = async <R>(call: () => Promise<R>): Promise<R> => {
        await call();
        throw error;
      };
      active.push({ methods, around, end: () => undefined });
    },
    hold: (...methods) => {
      const held = gate(methods);
      active.push(held);
      return { waiting: held.waiting, open: held.end };
    },
    heal: () => {
      const ending = active;
      active = [];
      for (const fault of ending) fault.end();
    },
  };

  const faulty: Store = {
    agency: (orgId) => faultyAgency(store.agency(orgId), through),
    ping: () => through('ping', () => store.ping()),
    close: () => store.close(),
  };
  return { store: faulty, faults };
}

function gate(methods: readonly StoreMethod[]): Fault & { readonly waiting: () => number } {
  const released = Promise.withResolvers<void>();
  let waiting = 0;
  return {
    methods,
    waiting: () => waiting,
    end: released.resolve,
    around: async (call) => {
      waiting += 1;
      await released.promise;
      waiting -= 1;
      return call();
    },
  };
}

function faultyAgency(
  agency: AgencyStore,
  through: <R>(method: StoreMethod, call: () => Promise<R>) => Promise<R>,
): AgencyStore {
  return {
    orgId: agency.orgId,
    get: (collection, id) => through('get', () => agency.get(collection, id)),
    create: (collection, id, data) => through('create', () => agency.create(collection, id, data)),
    set: (collection, id, data) => through('set', () => agency.set(collection, id, data)),
    delete: (collection, id) => through('delete', () => agency.delete(collection, id)),
    query: (collection, query) => through('query', () => agency.query(collection, query)),
    count: (collection, equal) => through('count', () => agency.count(collection, equal)),
    average: (collection, field, equal) => through('average', () => agency.average(collection, field, equal)),
    transaction: (work) => through('transaction', () => agency.transaction(work)),
    watch: (collection, onDocs, onError) => agency.watch(collection, onDocs, onError),
  };
}
