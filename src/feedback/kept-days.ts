import { dayOf } from '../bangkok-time.ts';

const DAY_MS = 86_400_000;
/**
 * How long the key of a day outlives its day (ms): until 01:00 the next morning. What LINE delivers late or again, and what
 * was opened in a browser before midnight, is still known for the same answer; then nobody can tell any more.
 */
const GRACE_MS = 3_600_000;

/** The oldest day whose key is kept at that moment, Bangkok's date. */
export function oldestKeptDay(now: Date): string {
  return dayOf(new Date(now.getTime() - GRACE_MS));
}

/** When the key of a day (`2026-11-22`) is thrown away, ms since 1970. */
export function keptUntilMs(day: string): number {
  return Date.parse(`${day}T00:00:00+07:00`) + DAY_MS + GRACE_MS;
}
