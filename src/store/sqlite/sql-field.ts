/**
 * SQL for one field of the JSON in column `doc`. Field names are checked before they get here (letters, digits, `_`,
 * dots), so they need no escaping. Indexes are built on exactly these expressions.
 */

/**
 * The value as JSON text: keeps true apart from 1 and null apart from a missing field, which is NULL. `row`: a table's
 * alias, or `new` and `old` in a trigger.
 */
export function jsonOf(field: string, row?: string): string {
  return `(${row === undefined ? '' : `${row}.`}doc -> '${pathOf(field)}')`;
}

/** Rows `key` and `type` for the entries of the map in the field; rows without a text as key if it holds something else. */
export function eachIn(field: string, row: string): string {
  return `json_each(${row}.doc, '${pathOf(field)}')`;
}

/** Firestore's order of types (null, booleans, numbers, text, lists, maps); NULL if the field is missing. */
export function rankOf(field: string): string {
  return (
    `(CASE json_type(doc, '${pathOf(field)}') WHEN 'null' THEN 0 WHEN 'false' THEN 1 WHEN 'true' THEN 1` +
    ` WHEN 'integer' THEN 2 WHEN 'real' THEN 2 WHEN 'text' THEN 3 WHEN 'array' THEN 4 WHEN 'object' THEN 5 END)`
  );
}

/** The value to compare within one rank; null and missing become '' because NULL cannot be compared. */
export function valueOf(field: string): string {
  return `ifnull(json_extract(doc, '${pathOf(field)}'), '')`;
}

/** The number in the field, NULL for anything else. */
export function numberOf(field: string): string {
  return `(CASE WHEN ${rankOf(field)} = 2 THEN json_extract(doc, '${pathOf(field)}') END)`;
}

function pathOf(field: string): string {
  return `$.${field
    .split('.')
    .map((part) => `"${part}"`)
    .join('.')}`;
}
