import type { CheckedQuery, Equal } from '../checked-query.ts';
import type { Scalar } from '../port.ts';
import { jsonOf, numberOf, rankOf, valueOf } from './sql-field.ts';

/** A statement and what to bind to it. */
export interface Sql {
  readonly text: string;
  readonly values: readonly (string | number)[];
}

/** Rows `{ id, doc }` of one page, in order; ties are settled by id in the same direction, as in Firestore. */
export function selectPage(table: string, orgId: string, query: CheckedQuery): Sql {
  const { orderBy, after, limit } = query;
  const filter = where(orgId, query.equal);
  const conditions = [filter.text];
  const values = [...filter.values];
  const keys = orderBy === undefined ? ['id'] : [rankOf(orderBy.field), valueOf(orderBy.field), 'id'];
  const direction = orderBy?.direction === 'desc' ? 'DESC' : 'ASC';
  if (orderBy !== undefined) conditions.push(`${rankOf(orderBy.field)} IS NOT NULL`);
  if (after !== undefined) {
    conditions.push(`(${keys.join(', ')}) ${direction === 'ASC' ? '>' : '<'} (${keys.map(() => '?').join(', ')})`);
    values.push(
      ...(orderBy === undefined ? [after.id] : [rankOfScalar(after.value), boundScalar(after.value), after.id]),
    );
  }
  const order = keys.map((key) => `${key} ${direction}`).join(', ');
  const text = `SELECT id, doc FROM ${table} WHERE ${conditions.join(' AND ')} ORDER BY ${order} LIMIT ?`;
  return { text, values: [...values, limit] };
}

/** One row `{ matched }`. */
export function selectCount(table: string, orgId: string, equal: Equal): Sql {
  const filter = where(orgId, equal);
  return { text: `SELECT count(*) AS matched FROM ${table} WHERE ${filter.text}`, values: filter.values };
}

/** One row `{ matched, mean }`; `mean` is null if no matching document has a number there. */
export function selectAverage(table: string, orgId: string, field: string, equal: Equal): Sql {
  const filter = where(orgId, equal);
  const columns = `count(*) AS matched, avg(${numberOf(field)}) AS mean`;
  return { text: `SELECT ${columns} FROM ${table} WHERE ${filter.text}`, values: filter.values };
}

function where(orgId: string, equal: Equal): Sql {
  const conditions = ['org = ?', ...equal.map(([field]) => `${jsonOf(field)} = ?`)];
  const values = [orgId, ...equal.map(([, value]) => JSON.stringify(value === 0 ? 0 : value))];
  return { text: conditions.join(' AND '), values };
}

function rankOfScalar(value: Scalar): number {
  if (value === null) return 0;
  if (typeof value === 'boolean') return 1;
  return typeof value === 'number' ? 2 : 3;
}

function boundScalar(value: Scalar): string | number {
  if (value === null) return '';
  return typeof value === 'boolean' ? Number(value) : value;
}
