/**
 * Bytes of a bubble or carousel as UTF-8 of its minified JSON. LINE gives the limits in KB and does not say how it counts;
 * this takes 1 KB as 1,024 bytes. A Thai letter is three bytes. Past the limit LINE refuses the whole call.
 */
export const BUBBLE_BYTES = 30 * 1024;
export const CAROUSEL_BYTES = 50 * 1024;

export function byteSize(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value) ?? '');
}
