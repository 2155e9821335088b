import type { MonthRoom } from './month-room.ts';

/** Whether a push fits what is left of the month. `unknown`: LINE does not say, so nothing may be sent. */
type Fit = 'fits' | 'with-reserve' | 'too-many' | 'nobody' | 'unknown';

/** What sending something to so many people would cost: one message each. */
export interface Cost {
  readonly people: number;
  readonly fit: Fit;
  /** What is left after it, with `with-reserve` the reserve included; null: without limit, not known, or it does not fit. */
  readonly after: number | null;
}

/** What a push to `people` would cost. `mayUseReserve`: what is kept for answers and urgent news may be used for it. */
export function costOf(people: number, { usual, urgent }: MonthRoom, mayUseReserve: boolean): Cost {
  if (people === 0) return { people, fit: 'nobody', after: null };
  if (usual === undefined || urgent === undefined) return { people, fit: 'unknown', after: null };
  if (people <= usual.left) return { people, fit: 'fits', after: usual.left === Infinity ? null : usual.left - people };
  return mayUseReserve && people <= urgent.left
    ? { people, fit: 'with-reserve', after: urgent.left - people }
    : { people, fit: 'too-many', after: null };
}
