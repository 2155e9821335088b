interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly nullable?: boolean;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly allOf?: readonly Schema[];
  readonly discriminator?: { readonly propertyName: string; readonly mapping?: Readonly<Record<string, string>> };
}

export type Schemas = Readonly<Record<string, Schema>>;

const nameOf = (ref: string): string => ref.split('/').at(-1) ?? '';

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  integer: Number.isInteger,
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  array: Array.isArray,
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
};

/** What in `value` is not as the schema says: missing, of another type, or not among its words. */
export function missingFrom(schemas: Schemas, name: string, value: unknown): readonly string[] {
  return check(schemas, { $ref: name }, value, name, true);
}

function check(schemas: Schemas, schema: Schema, value: unknown, path: string, narrow: boolean): readonly string[] {
  if (schema.$ref !== undefined) {
    const found = schemas[nameOf(schema.$ref)];
    if (found === undefined) return [`${path}: no schema ${schema.$ref}`];
    const by = narrow ? found.discriminator : undefined;
    if (by?.mapping === undefined) return check(schemas, found, value, path, narrow);
    const kind = String((value as Record<string, unknown>)[by.propertyName]);
    const target = by.mapping[kind];
    // The mapped schema names the general one among its parts; that one must not look for the kind again.
    return target === undefined
      ? [`${path}: unknown kind ${kind}`]
      : check(schemas, schemas[nameOf(target)] ?? {}, value, path, false);
  }
  if (schema.nullable === true && value === null) return [];
  if (schema.type !== undefined && TYPES[schema.type]?.(value) === false) return [`${path}: not ${schema.type}`];
  const wrong: string[] = (schema.allOf ?? []).flatMap((it) => check(schemas, it, value, path, false));
  if (schema.enum !== undefined && !schema.enum.includes(value))
    wrong.push(`${path}: not one of ${schema.enum.join()}`);
  const { items } = schema;
  if (Array.isArray(value) && items !== undefined) {
    wrong.push(...value.flatMap((it, i) => check(schemas, items, it, `${path}[${i}]`, true)));
  }
  const object = value as Readonly<Record<string, unknown>>;
  for (const key of schema.required ?? []) if (object[key] === undefined) wrong.push(`${path}.${key}: missing`);
  for (const [key, inner] of Object.entries(schema.properties ?? {})) {
    if (object[key] !== undefined) wrong.push(...check(schemas, inner, object[key], `${path}.${key}`, true));
  }
  return wrong;
}
