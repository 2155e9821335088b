import { indicatorOf } from '../assessment/indicators.ts';
import type { Feedback } from './feedback.ts';
import type { GroupName } from './groups.ts';
import { reasonOf } from './reasons.ts';
import { SCALE } from './scale.ts';

/** Names of what is stored as codes, in words for an officer. */
export const CHANNEL_NAMES: Readonly<Record<Feedback['channel'], string>> = { line: 'LINE', web: 'เว็บ' };
export const STATE_NAMES: Readonly<Record<Feedback['state'], string>> = {
  open: 'ยังไม่ตอบ',
  answered: 'ตอบแล้ว',
  hidden: 'ซ่อน',
};
/** Where somebody answered without a code. */
export const GENERAL = 'แบบความเห็นทั่วไป';

export function scoreName(score: number): string {
  return SCALE.find((step) => step.score === score)?.name ?? String(score);
}

/** Indicators an answer is about, by number. */
export function aboutOf({ about }: Feedback): readonly number[] {
  return Object.keys(about)
    .map((flag) => Number(flag.slice(1)))
    .sort((a, b) => a - b);
}

export function reasonNames({ fiscalYear, why }: Feedback): readonly string[] {
  return Object.keys(why).map((code) => reasonOf(fiscalYear, code)?.long ?? code);
}

/** The name of a group of answers. */
export function groupName(fiscalYear: number, { dimension, name }: GroupName): string {
  switch (dimension) {
    case 'all':
      return 'ทั้งหมด';
    case 'indicator':
      return `ตัวชี้วัดที่ ${name} ${indicatorOf(Number(name))?.name ?? ''}`.trim();
    case 'channel':
      return `ช่องทาง ${name === 'line' ? CHANNEL_NAMES.line : CHANNEL_NAMES.web}`;
    case 'point':
      return `จุดบริการ ${name === '' ? GENERAL : name}`;
    case 'week':
      return `สัปดาห์ที่ ${Number(name.slice(6))} ของปี ${Number(name.slice(0, 4)) + 543}`;
    case 'topic':
      return `หัวข้อ ${reasonOf(fiscalYear, name)?.long ?? name}`;
  }
}
