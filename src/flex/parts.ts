import { z } from 'zod';
import { CardError } from './card-error.ts';

/** A piece that many cards share: `flex-templates/parts/NAME.json`. */
const PartSchema = z.strictObject({
  /** What it shows, for whoever edits cards. */
  about: z.string().min(1),
  /** Every value it must be given under `with`; no more, no fewer. */
  needs: z.array(z.string().regex(/^[a-z][a-zA-Z0-9_]*$/)),
  /** A JSON-e template that knows these values beside everything the card knows. */
  part: z.unknown(),
});
export type Part = z.infer<typeof PartSchema>;

/** Checks the content of a part's file. Throws CardError. */
export function readPart(file: string, content: unknown): Part {
  const parsed = PartSchema.safeParse(content);
  if (!parsed.success) throw new CardError(file, `is not a part: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/**
 * Puts parts in their places: `{"$part": "bar", "with": {"score": …}}` becomes `{"$let": {"score": …}, "in": <the part>}`, which
 * JSON-e understands. Done once at start. Throws CardError for an unknown part, wrong values, or a part inside itself.
 */
export function insertParts(
  file: string,
  template: unknown,
  parts: ReadonlyMap<string, Part>,
  inside: readonly string[] = [],
): unknown {
  if (Array.isArray(template)) return template.map((entry) => insertParts(file, entry, parts, inside));
  if (typeof template !== 'object' || template === null) return template;
  if (!('$part' in template)) return mapValues(template, (value) => insertParts(file, value, parts, inside));

  const { $part: name, with: given = {}, ...rest } = template as { $part: unknown; with?: object };
  const part = typeof name === 'string' ? parts.get(name) : undefined;
  if (typeof name !== 'string' || !part)
    throw new CardError(file, `there is no part ${JSON.stringify(name)}. There are: ${[...parts.keys()].join(', ')}.`);
  if (Object.keys(rest).length > 0)
    throw new CardError(file, `beside "$part": "${name}" only "with" may stand, not ${Object.keys(rest).join(', ')}.`);
  if (inside.includes(name))
    throw new CardError(file, `the part "${name}" contains itself: ${[...inside, name].join(' > ')}.`);
  checkGiven(file, name, part, given);
  return {
    $let: insertParts(file, given, parts, inside),
    in: insertParts(`parts/${name}.json`, part.part, parts, [...inside, name]),
  };
}

function checkGiven(file: string, name: string, part: Part, given: object): void {
  const missing = part.needs.filter((need) => !(need in given));
  if (missing.length > 0)
    throw new CardError(file, `the part "${name}" also needs ${missing.join(', ')} under "with".`);
  const unknown = Object.keys(given).filter((key) => !part.needs.includes(key));
  if (unknown.length > 0)
    throw new CardError(
      file,
      `the part "${name}" does not know ${unknown.join(', ')}. It needs: ${part.needs.join(', ')}.`,
    );
}

function mapValues(object: object, change: (value: unknown) => unknown): object {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}
