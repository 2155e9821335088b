import { createHash } from 'node:crypto';

/** Longest name of an aggregation unit that LINE takes; past it a message is sent and not counted. */
const LONGEST = 30;
/** Hex digits that keep shortened names apart: 48 bits, for 1,000 names a month. */
const DIGITS = 12;

/**
 * LINE's aggregation unit of a push, named after it: LINE adds up all that is sent under one name, so a name that two pushes shared
 * would tell nothing about either. LINE takes 1,000 names a month. An id that makes no name ends in a digest of the whole instead.
 */
export function unitOf(pushId: string): string {
  const name = pushId.replaceAll('-', '_');
  if (/^[a-zA-Z0-9_]+$/.test(name) && name.length <= LONGEST) return name;
  const digest = createHash('sha256').update(pushId).digest('hex').slice(0, DIGITS);
  return `${name.replaceAll(/[^a-zA-Z0-9_]/g, '_').slice(0, LONGEST - DIGITS - 1)}_${digest}`;
}
