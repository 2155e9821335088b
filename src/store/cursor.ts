import { z } from 'zod';
import type { Index, Scalar } from './port.ts';
import { StoreError } from './store-error.ts';

/** Where a page ended: the last document's id, and its value in the order field if there is an order. */
export interface Cursor {
  readonly id: string;
  readonly value: Scalar;
}

const CursorSchema = z.tuple([z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]), z.string()]);

/** The opaque text handed out as `next`. */
export function writeCursor(order: Index['orderBy'], cursor: Cursor): string {
  return Buffer.from(JSON.stringify([orderName(order), cursor.value, cursor.id])).toString('base64url');
}

/** @throws StoreError `invalid` if the text is no cursor, or one of a query in another order. */
export function readCursor(order: Index['orderBy'], text: string): Cursor {
  const parsed = CursorSchema.safeParse(parse(text));
  if (!parsed.success) throw new StoreError('invalid', 'after: not the `next` of a page');
  const [name, value, id] = parsed.data;
  if (name !== orderName(order)) throw new StoreError('invalid', 'after: the `next` of a query in another order');
  return { id, value };
}

function orderName(order: Index['orderBy']): string {
  return order === undefined ? '' : `${order.field} ${order.direction}`;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
