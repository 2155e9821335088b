import { bangkokClock } from '../bangkok-time.ts';

const DAY_MS = 86_400_000;

/** The week of a moment and those before it, newest first. */
export function weeksUpTo(date: Date, count: number): readonly string[] {
  return Array.from({ length: count }, (_, back) => weekOf(new Date(date.getTime() - back * 7 * DAY_MS)));
}

/** Bangkok's ISO 8601 week of a moment: `2026-W47`. Weeks begin on Monday; the year is that of the week's Thursday. */
export function weekOf(date: Date): string {
  const there = bangkokClock(date);
  const thursday = new Date(there.getTime() + (4 - (there.getUTCDay() || 7)) * DAY_MS);
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY_MS)) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}
