import type { Check } from './check.ts';

/** One of the given words. */
export const oneOf =
  (...values: readonly string[]): Check =>
  (value, place) => {
    if (typeof value !== 'string' || !values.includes(value)) place.fail(place.words.oneOf(values));
  };

export const boolean: Check = (value, place) => {
  if (typeof value !== 'boolean') place.fail(place.words.wrong(place.path));
};

/** A finite number between `min` and `max`, both included. */
export const number =
  (min: number, max: number): Check =>
  (value, place) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) place.fail(place.words.wrong(place.path));
    else if (value < min) place.fail(place.words.tooSmall(min));
    else if (value > max) place.fail(place.words.tooLarge(max));
  };

/** A whole number between `min` and `max`, both included. */
export const integer =
  (min: number, max: number = Number.MAX_SAFE_INTEGER): Check =>
  (value, place) => {
    if (!Number.isInteger(value)) place.fail(place.words.wrong(place.path));
    else number(min, max)(value, place);
  };

/** `#RRGGBB`, and where `alpha` also `#RRGGBBAA`. Three digits are refused by LINE. */
export const color =
  (alpha: boolean): Check =>
  (value, place) => {
    const shape = alpha ? /^#(?:[0-9a-f]{6}|[0-9a-f]{8})$/i : /^#[0-9a-f]{6}$/i;
    if (typeof value !== 'string' || !shape.test(value)) place.fail(place.words.wrong(place.path));
  };
