/** Thailand is UTC+7 all year round. */
const BANGKOK_MS = 7 * 60 * 60 * 1000;

/**
 * The Thai fiscal year (Buddhist era) a moment belongs to, by Bangkok time: 1 October 2021 00:00 to 30 September 2022
 * is 2565. The server's own time zone plays no part.
 */
export function fiscalYearOf(date: Date): number {
  const bangkok = new Date(date.getTime() + BANGKOK_MS);
  const october = 9;
  return bangkok.getUTCFullYear() + 543 + (bangkok.getUTCMonth() >= october ? 1 : 0);
}
