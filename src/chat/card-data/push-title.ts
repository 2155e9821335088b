import { clip } from '../../flex/clip.ts';
import { REACH_WORDS } from '../../people/reach-words.ts';
import { DIGEST_NAMES, MADE_FOR } from '../../push/digest-names.ts';
import type { Push } from '../../push/push.ts';
import type { Doc } from '../../store/port.ts';
import { thaiDayAndTime } from '../../thai-date.ts';

const URGENT = 'ข่าวด่วน';
/** What is shown of the words of urgent news (letters). */
const LONGEST_SUMMARY = 60;

/** What a push was: `ประกาศผลปี 2565`, `ข่าวด่วน: หยุดจ่ายน้ำ…`. */
function whatWas({ id, data: { kind, summary } }: Doc<Push>): string {
  switch (kind) {
    case 'results':
      return `ประกาศผลปี ${/^results-(\d+)/.exec(id)?.[1] ?? ''}`.trim();
    case 'urgent':
      return clip(summary.slice(Math.max(0, summary.indexOf(URGENT))), LONGEST_SUMMARY);
    case 'answer':
      return 'คำตอบถึงผู้ให้ความเห็น';
    default:
      return DIGEST_NAMES[kind];
  }
}

/** Whom it was for: `เจ้าหน้าที่ทุกคน`; undefined: nobody is to know. */
function forWhom({ id, data: { kind, reach } }: Doc<Push>): string | undefined {
  if (reach !== null) return REACH_WORDS[reach];
  if (kind === 'staff-digest') return id.endsWith('-managers') ? 'ส่งให้ผู้บริหารแทน' : MADE_FOR[kind];
  return kind === 'manager-digest' || kind === 'news' ? MADE_FOR[kind] : undefined;
}

/** When a push was planned, what it was and for whom: `23 พ.ย. 07:49 · ประกาศผลปี 2565 · เจ้าหน้าที่ทุกคน`. */
export function pushTitle(push: Doc<Push>): string {
  return [thaiDayAndTime(new Date(push.data.plannedAtMs)), whatWas(push), forWhom(push)].filter(Boolean).join(' · ');
}
