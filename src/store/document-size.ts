import type { PlainMap, PlainValue } from './plain-value.ts';

/** Firestore's limit, kept by both adapters: https://firebase.google.com/docs/firestore/quotas#limits. */
export const MAX_DOCUMENT_BYTES = 1_048_576;

/**
 * Size in bytes as Firestore counts it (https://firebase.google.com/docs/firestore/storage-size), with the name it has
 * there: numbers are 8, text is its UTF-8 plus 1, a map inside a document is counted like a document (32 extra).
 */
export function documentSize(names: readonly string[], document: PlainMap): number {
  const name = names.reduce((sum, segment) => sum + textSize(segment), 16);
  return name + mapSize(document);
}

function mapSize(map: PlainMap): number {
  let size = 32;
  for (const key of Object.keys(map)) size += textSize(key) + valueSize(map[key] ?? null);
  return size;
}

function valueSize(value: PlainValue): number {
  if (value === null || typeof value === 'boolean') return 1;
  if (typeof value === 'number') return 8;
  if (typeof value === 'string') return textSize(value);
  if (isList(value)) return value.reduce<number>((sum, item) => sum + valueSize(item), 0);
  return mapSize(value);
}

function isList(value: readonly PlainValue[] | PlainMap): value is readonly PlainValue[] {
  return Array.isArray(value);
}

function textSize(text: string): number {
  return Buffer.byteLength(text) + 1;
}
