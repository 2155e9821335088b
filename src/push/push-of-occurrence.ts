import type { DigestReach, Scheduled } from './made-digest.ts';
import type { PlannedPush } from './plan-push.ts';
import { unitOf } from './unit-of.ts';

/** The push of one occurrence (`2026-11-23T09:00`) to one reach: there is one, whoever plans it and how often. */
export function pushOf(
  kind: Scheduled,
  at: string,
  reach: DigestReach = 'all',
): Pick<PlannedPush, 'id' | 'kind' | 'unit'> {
  const occurrence = `${kind}-${at.replace(/[^0-9T]/g, '')}`;
  const id = reach === 'all' ? occurrence : `${occurrence}-${reach}`;
  return { id, kind, unit: unitOf(id) };
}
