import { StoreError } from '../store/store-error.ts';

/** With these nothing else would come to an end either. */
const AWAY: ReadonlySet<StoreError['kind']> = new Set(['unavailable', 'deadline']);

/**
 * Does something with each, one after another, whatever becomes of the others; `stop`: the rest is left. Rejects at the end with what
 * failed, or at once if the store is away.
 */
export async function eachOnItsOwn<T>(all: Iterable<T>, work: (one: T) => Promise<'stop' | undefined>): Promise<void> {
  const errors: unknown[] = [];
  for (const one of all) {
    try {
      if ((await work(one)) === 'stop') break;
    } catch (error) {
      if (error instanceof StoreError && AWAY.has(error.kind)) throw error;
      errors.push(error);
    }
  }
  if (errors.length === 1) throw errors[0];
  if (errors.length > 1) throw new AggregateError(errors, `${errors.length} of them failed`);
}
