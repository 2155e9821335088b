import type { AgencyProfile } from '../../../agency/profile.ts';
import { fullSchedule } from '../../../agency/push-schedule.ts';
import { inBangkok } from '../../../bangkok-time.ts';
import type { Feedback } from '../../../feedback/feedback.ts';
import { isTimeToSend } from '../../../push/occurrence.ts';
import type { Officer } from '../as-officer.ts';

/** When whoever asked for an answer is sent one that is given now: `เวลา 08:30 น.`; null: at once, or nobody asked. */
export function toldAt(
  { wantsReply }: Pick<Feedback, 'wantsReply'>,
  { nowMs }: Pick<Officer, 'nowMs'>,
  agency: AgencyProfile | undefined,
): string | null {
  const { window } = fullSchedule(agency?.push);
  const now = new Date(nowMs);
  if (!wantsReply || isTimeToSend(now, { window })) return null;
  return `${inBangkok(now).format('HH:mm') < window.from ? '' : 'วันพรุ่งนี้'}เวลา ${window.from} น.`;
}
