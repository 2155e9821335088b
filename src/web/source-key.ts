import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';

/**
 * What a sender is counted under: an HMAC of the address, never the address itself. `key` is made up when the process
 * starts and never leaves it, so nothing that is kept can be turned back. IPv6 counts by its first 64 bits, because one
 * household has all of the rest.
 */
export function sourceKey(ip: string | undefined, key: string): string {
  return createHmac('sha256', key)
    .update(network(ip ?? ''))
    .digest('base64url')
    .slice(0, 22);
}

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

function network(ip: string): string {
  const mapped = MAPPED.exec(ip)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(ip)) return ip;
  const [head = '', tail = ''] = (ip.split('%')[0] ?? '').toLowerCase().split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === '' ? [] : tail.split(':');
  const zeros = ip.includes('::') ? Array.from({ length: 8 - before.length - after.length }, () => '0') : [];
  return [...before, ...zeros, ...after]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
