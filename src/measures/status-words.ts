import type { Measure } from './measure.ts';

/** What a measure's status is called where people read it. */
export const STATUS_WORDS: { readonly [S in Measure['status']]: string } = {
  'not-started': 'ยังไม่เริ่ม',
  'under-way': 'กำลังดำเนินการ',
  done: 'ดำเนินการแล้ว',
  stopped: 'ยุติการดำเนินการ',
};
