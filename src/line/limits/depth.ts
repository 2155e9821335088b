/**
 * Whether `value` is nested deeper than `limit` levels, found without recursion, so that a body made to exhaust the
 * stack is refused and not thrown at.
 */
export function isDeeperThan(value: unknown, limit: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return true;
    level = level.flatMap((it) => (typeof it === 'object' && it !== null ? Object.values(it) : []));
  }
  return false;
}
