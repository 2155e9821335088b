import type { Check } from './check.ts';
import { isObject } from './object.ts';

/** An object whose `type` says which of the checks it has to pass. `known` names the types in LINE's order. */
export const byType =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value, place) => {
    if (!isObject(value)) {
      place.fail(place.words.wrong(place.path));
      return;
    }
    const { type } = value;
    if (type === undefined || type === null) place.at('type').fail(place.words.missing);
    else if (typeof type !== 'string' || !Object.hasOwn(checks, type)) {
      // A Flex component that may not be there is named itself; elsewhere LINE names its type.
      if (place.words.strict) place.fail('invalid property');
      else place.at('type').fail(place.words.oneOf(Object.keys(checks)));
    } else checks[type]?.(value, place);
  };

/** Accepts everything: for `type` once it has been looked at, and for what LINE does not limit. */
export const anything: Check = () => {};
