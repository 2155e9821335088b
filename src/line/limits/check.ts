import type { Place } from './place.ts';

/** Looks at one value and says at its place what is wrong. Never throws, whatever the value is. */
export type Check = (value: unknown, place: Place) => void;

/** Runs all checks on the same value. */
export const all =
  (...checks: readonly Check[]): Check =>
  (value, place) => {
    for (const check of checks) check(value, place);
  };
