import { createHash } from 'node:crypto';

/** The retry key of one call: always the same for the same push, part and call, and of no other. A UUID (version 8: own making). */
export function retryKey(push: string, part: number, call: number): string {
  const hex = createHash('sha256').update(`${push}/${part}/${call}`).digest('hex').slice(0, 32);
  const [a, b, c, d, e] = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(13, 16), hex.slice(17, 20), hex.slice(20)];
  return `${a}-${b}-8${c}-8${d}-${e}`;
}
