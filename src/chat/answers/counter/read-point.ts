import { writtenText } from '../../../written-text.ts';

/** Longest name of a service point (UTF-16 units). */
export const MAX_POINT = 80;

/** The name of a service point as typed, in one line; what is wrong if it cannot be one. */
export function readPoint(typed: string): { readonly point: string } | { readonly wrong: 'empty' | 'long' } {
  const point = writtenText(typed).replaceAll(/\s+/g, ' ').trim();
  if (point === '') return { wrong: 'empty' };
  return point.length > MAX_POINT ? { wrong: 'long' } : { point };
}
