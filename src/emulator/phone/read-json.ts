// Reading JSON that nobody has checked. Only own properties count, so that a key such as `constructor` finds nothing.

/** The own property `key` of a JSON object, else undefined. */
export function field(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}

/** The property as text, else undefined. */
export function textAt(value: unknown, key: string): string | undefined {
  const found = field(value, key);
  return typeof found === 'string' ? found : undefined;
}

/** The property as a finite number, else undefined. */
export function numberAt(value: unknown, key: string): number | undefined {
  const found = field(value, key);
  return typeof found === 'number' && Number.isFinite(found) ? found : undefined;
}

/** The property as a list, else an empty one. */
export function listAt(value: unknown, key: string): readonly unknown[] {
  const found = field(value, key);
  return Array.isArray(found) ? found : [];
}

/** True only for the JSON value true. */
export function isTrueAt(value: unknown, key: string): boolean {
  return field(value, key) === true;
}

/** The property if it is one of the allowed words, else undefined. */
export function wordAt<Word extends string>(value: unknown, key: string, allowed: readonly Word[]): Word | undefined {
  const found = field(value, key);
  return allowed.find((word) => word === found);
}
