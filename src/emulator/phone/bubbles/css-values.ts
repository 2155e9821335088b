// Flex values that may become CSS. Whatever does not match exactly is left out, so no text from a message reaches CSS as it is.
import { field } from '../read-json.ts';

const COLOUR = /^#(?:[0-9a-f]{6}|[0-9a-f]{8})$/i;
const PIXELS = /^\d{1,5}(?:\.\d{1,4})?px$/;
const PERCENT = /^\d{1,3}(?:\.\d{1,4})?%$/;
const ANGLE = /^\d{1,3}(?:\.\d{1,4})?deg$/;

function matching(value: unknown, pattern: RegExp): string | undefined {
  return typeof value === 'string' && pattern.test(value) ? value : undefined;
}

/** `#RRGGBB` or `#RRGGBBAA`; three-digit colours are refused, as by LINE. */
export function colourAt(json: unknown, key: string): string | undefined {
  return matching(field(json, key), COLOUR);
}

export function angleAt(json: unknown, key: string): string | undefined {
  return matching(field(json, key), ANGLE);
}

export function percentAt(json: unknown, key: string): string | undefined {
  return matching(field(json, key), PERCENT);
}

/** A length: a keyword of `keywords`, pixels, or (where allowed) a percentage. Returns CSS or undefined. */
export function lengthAt(
  json: unknown,
  key: string,
  keywords: ReadonlyMap<string, number>,
  allow: { percent: boolean },
): string | undefined {
  const value = field(json, key);
  if (typeof value !== 'string') return undefined;
  const known = keywords.get(value);
  if (known !== undefined) return `${known}px`;
  return matching(value, PIXELS) ?? (allow.percent ? matching(value, PERCENT) : undefined);
}
