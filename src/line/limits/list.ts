import type { Check } from './check.ts';

/** A list of `min` to `max` values, each checked at its own place. */
export const list =
  (each: Check, min: number, max: number): Check =>
  (value, place) => {
    if (!Array.isArray(value)) {
      place.fail(place.words.wrong(place.path));
      return;
    }
    if (value.length < min || value.length > max) place.fail(place.words.size(min, max));
    // One problem says that a list is too long; the rest of a huge list is not looked at.
    for (const [i, item] of value.slice(0, max).entries()) each(item, place.at(i));
  };
