import { DayKeys, type DayKeysOptions } from '../src/feedback/day-keys.ts';
import { fakeAfter } from './fake-after.ts';

/** Keys of days over a store, `A…A` unless told otherwise; no timer runs by itself. */
export function dayKeysFor(
  options: Pick<DayKeysOptions, 'store' | 'clock'> & Partial<Pick<DayKeysOptions, 'newKey' | 'after'>>,
): DayKeys {
  return new DayKeys({
    after: fakeAfter().after,
    newKey: () => 'A'.repeat(43),
    onError: (error) => {
      throw error;
    },
    ...options,
  });
}
