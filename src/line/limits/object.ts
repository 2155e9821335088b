import type { Check } from './check.ts';

export type Json = Readonly<Record<string, unknown>>;

/** A property that may be left out (a bare check) or not. */
export type Field = Check | { readonly required: Check };
export type Fields = Readonly<Record<string, Field>>;

export const required = (check: Check): Field => ({ required: check });

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * An object with these properties. `null` counts as left out. Other properties are refused where LINE refuses them:
 * inside Flex, not in the request body.
 */
export const object =
  (fields: Fields): Check =>
  (value, place) => {
    if (!isObject(value)) {
      place.fail(place.words.wrong(place.path));
      return;
    }
    for (const [key, field] of Object.entries(fields)) {
      const inner = Object.hasOwn(value, key) ? value[key] : undefined;
      const missing = inner === undefined || inner === null;
      if (typeof field === 'function') {
        if (!missing) field(inner, place.at(key));
      } else if (missing) place.at(key).fail(place.words.missing);
      else field.required(inner, place.at(key));
    }
    if (!place.words.strict) return;
    for (const key of Object.keys(value)) {
      if (!Object.hasOwn(fields, key) && value[key] !== undefined) place.at(key).fail('unknown field');
    }
  };
