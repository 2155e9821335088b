/** LINE counts by the days of Japan (Messaging API reference: `Time zone: UTC+9`). */
const UTC_PLUS_9_MS = 9 * 60 * 60 * 1000;

/** The day a moment belongs to where LINE counts, `20261122`. */
export function lineDay(at: Date): string {
  return new Date(at.getTime() + UTC_PLUS_9_MS).toISOString().slice(0, 10).replaceAll('-', '');
}
