/** LINE's statistics run on Japan time (UTC+9); months of the quota are counted the same way here. */
const UTC_PLUS_9_MS = 9 * 60 * 60 * 1000;

/** `yyyyMMdd` of a moment in UTC+9. */
export const dayOf = (at: Date): string =>
  new Date(at.getTime() + UTC_PLUS_9_MS).toISOString().slice(0, 10).replaceAll('-', '');

/** `yyyyMM` of a moment in UTC+9. */
export const monthOf = (at: Date): string => dayOf(at).slice(0, 6);
