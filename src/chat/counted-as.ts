import { NEEDED_ROLE } from './access.ts';
import type { Intent } from './request.ts';

/** Counted together: `/metrics` is public, and in a small agency a single report could be told from its time alone. */
const UNTOLD: ReadonlySet<Intent> = new Set([
  ...(['report_corruption', 'privacy', 'unsubscribe', 'give_feedback'] as const),
  ...(['register_staff', 'join_staff'] as const),
]);

/** The name under which a request is counted. What staff do is counted as one: one officer's day should not be read from outside. */
export function countedAs(intent: Intent): string {
  if (NEEDED_ROLE[intent] !== 'citizen') return 'work';
  return UNTOLD.has(intent) ? 'private' : intent;
}
