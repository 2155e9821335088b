import type { DigestPreview } from './preview-digest.ts';
import type { Push } from './push.ts';
import type { Failed } from './quota.ts';

const STATES: { readonly [S in Push['state']]: string } = {
  planning: 'กำลังเตรียม',
  sending: 'กำลังส่ง',
  done: 'ส่งแล้ว',
  stopping: 'กำลังหยุด',
  stopped: 'หยุดแล้ว',
};

/** Why a digest would not be sent if it were due now. */
export const WHY_NOT: { readonly [W in NonNullable<DigestPreview['whyNot']>]: string } = {
  off: 'ปิดการส่งตามกำหนดไว้ จึงไม่ส่ง',
  nobody: 'ยังไม่มีผู้รับ จึงไม่ส่ง',
  'nothing-new': 'ขณะนี้ไม่มีเรื่องใหม่ หากถึงกำหนดตอนนี้จะไม่ส่ง',
};

/** What managers are told of something that failed. */
export function failedWords({ kind, reachedSome }: Failed): string {
  const what = kind === 'urgent' ? 'ข่าวด่วน' : 'ประกาศผล';
  return reachedSome ? `${what}ส่งถึงเพียงบางคน ดูรายงานการส่ง` : `${what}ไม่ได้ส่งถึงใคร ดูรายงานการส่ง`;
}

/**
 * How far a push has come and how it ended, as far as can be known: `ส่งแล้ว 43 คน: ถึง LINE แล้ว 40 · หยุดรับก่อนส่ง 3`,
 * `หยุดแล้ว ข้อความของเดือนนี้หมด · ผู้รับ 43 คน ถึง LINE แล้ว 0`.
 */
export function howItEnded({ state, people, gone, counts, stoppedBecause }: Push): string {
  const why = stoppedBecause === 'monthly-limit' ? ' ข้อความของเดือนนี้หมด · ผู้รับ' : '';
  // Whoever had left when it was planned is not among those it was planned for.
  const left = gone > 0 ? ` (ไม่รวมผู้ที่เลิกติดตามแล้ว ${gone} คน)` : '';
  const so = `${STATES[state]}${why} ${people} คน${left}`;
  if (counts === null) return so;
  const ends = [
    `ถึง LINE แล้ว ${counts.sent + counts.acceptedBefore}`,
    counts.refused > 0 ? `LINE ไม่รับ ${counts.refused}` : '',
    counts.unknown + counts.expired > 0 ? `ไม่ทราบผล ${counts.unknown + counts.expired}` : '',
    counts.leftOut > 0 ? `หยุดรับก่อนส่ง ${counts.leftOut}` : '',
  ].filter(Boolean);
  return `${so}${why === '' ? ':' : ''} ${ends.join(' · ')}`;
}
