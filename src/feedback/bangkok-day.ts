import { inBangkok } from '../bangkok-time.ts';

/** Bangkok's date of a moment, Christian era: `2026-11-22`. */
export function dayOf(date: Date): string {
  return inBangkok(date).format('YYYY-MM-DD');
}

/** The week of a moment and those before it, newest first. */
export function weeksUpTo(date: Date, count: number): readonly string[] {
  return Array.from({ length: count }, (_, back) => weekOf(new Date(date.getTime() - back * 7 * 86_400_000)));
}

/** Bangkok's ISO 8601 week of a moment: `2026-W47`. Weeks begin on Monday; the year is that of the week's Thursday. */
export function weekOf(date: Date): string {
  const there = inBangkok(date);
  const thursday = there.add(4 - (there.day() || 7), 'day');
  const dayOfYear = Math.floor(
    (Date.UTC(thursday.year(), thursday.month(), thursday.date()) - Date.UTC(thursday.year(), 0, 1)) / 86_400_000,
  );
  return `${thursday.year()}-W${String(Math.floor(dayOfYear / 7) + 1).padStart(2, '0')}`;
}
