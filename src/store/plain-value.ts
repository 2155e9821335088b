/** JSON without the parts Firestore cannot hold. */
export type PlainValue = string | number | boolean | null | readonly PlainValue[] | PlainMap;
export interface PlainMap {
  readonly [key: string]: PlainValue;
}

/** Levels of maps and arrays: https://firebase.google.com/docs/firestore/quotas#limits. Deeper documents are refused. */
const MAX_DEPTH = 20;

/** A value no store can hold; `path` says where it is, the message what is wrong, never what the value was. */
export class NotPlainError extends Error {
  override readonly name = 'NotPlainError';
}

/**
 * Copies a document into the values that both stores give back exactly as they were written. Fields that are
 * `undefined` are left out. Half a surrogate pair becomes U+FFFD, as in every UTF-8 encoder: such text comes from
 * outside, and refusing it would lose what somebody wrote. -0 becomes 0.
 * @throws NotPlainError for anything else that is not JSON, for arrays directly in arrays, and for reserved field names.
 */
export function toPlainMap(document: unknown): PlainMap {
  if (!isMap(document)) throw new NotPlainError('the document is not an object');
  return plainMap(document, []);
}

function plainMap(map: Record<string, unknown>, path: readonly string[]): PlainMap {
  const copy: Record<string, PlainValue> = {};
  for (const [key, value] of Object.entries(map)) {
    if (value === undefined) continue;
    if (key === '' || /^__.*__$/su.test(key) || !key.isWellFormed()) {
      throw new NotPlainError(`${place(path)} has a field name that is empty, reserved or not valid text`);
    }
    copy[key] = plainValue(value, [...path, key]);
  }
  return copy;
}

function plainValue(value: unknown, path: readonly string[]): PlainValue {
  if (path.length > MAX_DEPTH) throw new NotPlainError(`${place(path)} is deeper than ${MAX_DEPTH} levels`);
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value === 'number' && Number.isFinite(value)) return value === 0 ? 0 : value;
  if (Array.isArray(value)) return value.map((item, at) => plainItem(item, [...path, String(at)]));
  if (isMap(value)) return plainMap(value, path);
  throw new NotPlainError(`${place(path)} is not text, a finite number, true, false, null, a list or a plain object`);
}

function plainItem(item: unknown, path: readonly string[]): PlainValue {
  if (Array.isArray(item)) throw new NotPlainError(`${place(path)} is a list directly inside a list`);
  return plainValue(item, path);
}

function isMap(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function place(path: readonly string[]): string {
  return path.length === 0 ? 'the document' : path.join('.');
}
