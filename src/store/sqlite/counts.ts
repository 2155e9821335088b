import { flagsIn, type CountedGroup } from '../counted-group.ts';
import type { Database } from './database.ts';
import { eachIn, jsonOf } from './sql-field.ts';

/**
 * How many documents share the same values, for what collections declare as `counted`: one row per group. Triggers keep
 * it, so it is right after every commit, whichever program or version wrote.
 */
const COUNTS =
  'CREATE TABLE IF NOT EXISTS counts (org TEXT NOT NULL, counted TEXT NOT NULL, vals TEXT NOT NULL, n INTEGER NOT NULL,' +
  ' PRIMARY KEY (org, counted, vals)) STRICT, WITHOUT ROWID';

/** Begins to count by these fields, with the documents there already, unless it has begun. Only within a transaction. */
export function keepCount(database: Database, path: string, fields: readonly string[]): void {
  if (isKept(database, path, fields)) return;
  const [table, name] = [`"doc_${path}"`, nameOf(path, fields)];
  const [added, removed] = [rowsOf(fields, 'new'), rowsOf(fields, 'old')];
  const stored = rowsOf(fields, 'stored', `${table} AS stored`);
  database.exec(`${COUNTS};
    CREATE TRIGGER "${name} insert" AFTER INSERT ON ${table} BEGIN ${inserted(name, added)} END;
    CREATE TRIGGER "${name} update" AFTER UPDATE OF doc ON ${table} BEGIN ${updated(name, added, removed)} END;
    CREATE TRIGGER "${name} delete" AFTER DELETE ON ${table} BEGIN ${deleted(name, removed)} END;
    ${inserted(name, stored)}`);
}

export function isKept(database: Database, path: string, fields: readonly string[]): boolean {
  const sql = "SELECT 1 FROM sqlite_schema WHERE type = 'trigger' AND name = ?";
  return database.prepare(sql).get(`${nameOf(path, fields)} insert`) !== undefined;
}

/** How many of the agency's documents are in the group: one look, however many they are. */
export function readCount(database: Database, path: string, orgId: string, { fields, values }: CountedGroup): number {
  const sql = 'SELECT n FROM counts WHERE org = ? AND counted = ? AND vals = ?';
  const row = database.prepare(sql).get(orgId, nameOf(path, fields), JSON.stringify(values));
  return Number(row?.['n'] ?? 0);
}

function inserted(name: string, added: string): string {
  return `INSERT INTO counts SELECT org, '${name}', vals, 1 FROM (${added}) WHERE true ON CONFLICT DO UPDATE SET n = n + 1;`;
}

/** Writes nothing if the document stays in its groups. */
function updated(name: string, added: string, removed: string): string {
  return `
    INSERT INTO counts SELECT org, '${name}', vals, sum(by) AS change
      FROM (SELECT org, vals, 1 AS by FROM (${added}) UNION ALL SELECT org, vals, -1 FROM (${removed}))
      GROUP BY org, vals HAVING change <> 0 ON CONFLICT DO UPDATE SET n = n + excluded.n;
    ${emptied(name, removed)}`;
}

function deleted(name: string, removed: string): string {
  return `UPDATE counts SET n = n - 1 WHERE ${among(name, removed)}; ${emptied(name, removed)}`;
}

/** Values that no document has any more are not kept. */
function emptied(name: string, removed: string): string {
  return `DELETE FROM counts WHERE n = 0 AND ${among(name, removed)};`;
}

function among(name: string, rows: string): string {
  return `org = old.org AND counted = '${name}' AND vals IN (SELECT vals FROM (${rows}))`;
}

/**
 * SELECT of `org` and `vals`, the values as one JSON list; no row if one is missing, for flags one row each. `row`: `new`
 * or `old` in a trigger, or the alias of `table`.
 */
function rowsOf(fields: readonly string[], row: string, table?: string): string {
  const map = fields.map(flagsIn).find((flags) => flags !== undefined);
  const values = fields.map((field) => (flagsIn(field) === undefined ? jsonOf(field, row) : 'json_quote(flag.key)'));
  const from = [table, map === undefined ? undefined : `${eachIn(map, row)} AS flag`].filter(
    (one) => one !== undefined,
  );
  const onlyFlags = map === undefined ? '' : "flag.type = 'true' AND ";
  const columns = `${row}.org AS org, '[' || ${values.join(" || ',' || ")} || ']' AS vals`;
  return `SELECT ${columns}${from.length === 0 ? '' : ` FROM ${from.join(', ')}`} WHERE ${onlyFlags}vals IS NOT NULL`;
}

function nameOf(path: string, fields: readonly string[]): string {
  return [path, ...fields].join(' ');
}
