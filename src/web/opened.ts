/** The hidden field that says when the form was opened (ms since 1970). */
export const OPENED = 'opened';

/**
 * When the form was opened (ms since 1970), which decides the day its answer belongs to: else a double tap around midnight,
 * or sending again what could not be stored, would be a second answer. `nowMs` if the form does not say, or says nonsense.
 */
export function openedMs(form: URLSearchParams, nowMs: number): number {
  const written = form.get(OPENED) ?? '';
  const opened = /^\d{1,15}$/.test(written) ? Number(written) : nowMs;
  return Math.min(opened, nowMs);
}
