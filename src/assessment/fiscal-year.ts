import { BUDDHIST_ERA, inBangkok } from '../bangkok-time.ts';

/** Months count from 0. */
const OCTOBER = 9;
const BANGKOK_MS = 7 * 3_600_000;

/**
 * The Thai fiscal year (Buddhist era) a moment belongs to, by Bangkok time: 1 October 2021 00:00 to 30 September 2022
 * is 2565.
 */
export function fiscalYearOf(date: Date): number {
  const there = inBangkok(date);
  return there.year() + BUDDHIST_ERA + (there.month() >= OCTOBER ? 1 : 0);
}

/** The first moment of a fiscal year (Buddhist era). */
export function fiscalYearStart(fiscalYear: number): Date {
  return new Date(Date.UTC(fiscalYear - BUDDHIST_ERA - 1, OCTOBER, 1) - BANGKOK_MS);
}
