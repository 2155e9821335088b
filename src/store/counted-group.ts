import type { Collection, Scalar } from './port.ts';

const FLAGS = '.*';

/** A group of documents that is counted as they are written: all that share these values. */
export interface CountedGroup {
  /** As declared in `counted`. */
  readonly fields: readonly string[];
  /** What the fields hold, in their order; for the flags of a map the name of the flag. */
  readonly values: readonly Scalar[];
}

/** The map whose flags a declared field stands for (`about` for `about.*`); undefined for a field of its own. */
export function flagsIn(field: string): string | undefined {
  return field.endsWith(FLAGS) ? field.slice(0, -FLAGS.length) : undefined;
}

/** The group that these filters name, if the collection declares it. */
export function countedGroup(
  collection: Collection<unknown>,
  equal: readonly (readonly [field: string, value: Scalar])[],
): CountedGroup | undefined {
  for (const fields of collection.counted ?? []) {
    if (fields.length !== equal.length) continue;
    const values = fields.map((field) => valueOf(field, equal));
    if (values.every((value) => value !== undefined)) return { fields, values };
  }
  return undefined;
}

function valueOf(declared: string, equal: readonly (readonly [string, Scalar])[]): Scalar | undefined {
  const map = flagsIn(declared);
  if (map === undefined) return equal.find(([field]) => field === declared)?.[1];
  const flag = equal.find(([field, value]) => value === true && isIn(map, field))?.[0];
  return flag?.slice(map.length + 1);
}

function isIn(map: string, field: string): boolean {
  return field.startsWith(`${map}.`) && !field.includes('.', map.length + 1);
}
