import type { FullSchedule } from '../agency/push-schedule.ts';
import type { Scheduled } from './made-digest.ts';

/** When a kind is due; null: never. */
export function cronOf(schedule: FullSchedule, kind: Scheduled): string | null {
  if (kind === 'staff-digest') return schedule.staffDigest;
  return kind === 'manager-digest' ? schedule.managerDigest : schedule.news;
}
