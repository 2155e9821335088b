/** One page of a long list, so that a card never exceeds LINE's limits. */
export interface PageOf<T> {
  readonly rows: readonly T[];
  /** How many there are before this page. */
  readonly start: number;
  readonly total: number;
  /** The way on; null on the last page. */
  readonly more: { readonly count: string; readonly data: string } | null;
}

/**
 * Page `page` (from 1) of `all`, `size` rows each. A page past the end is the last one. `unit` is the Thai counting word,
 * `ask` makes the postback data of another page.
 */
export function pageOf<T>(
  all: readonly T[],
  page: number | undefined,
  size: number,
  unit: string,
  ask: (page: number) => string,
): PageOf<T> {
  const last = Math.max(1, Math.ceil(all.length / size));
  const at = Math.min(page ?? 1, last);
  const start = (at - 1) * size;
  const left = all.length - start - size;
  return {
    rows: all.slice(start, start + size),
    start,
    total: all.length,
    more: left > 0 ? { count: `${left} ${unit}`, data: ask(at + 1) } : null,
  };
}
