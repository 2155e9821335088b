import type { Scheduled } from './made-digest.ts';

/** What the digests are called where people read it. */
export const DIGEST_NAMES: { readonly [K in Scheduled]: string } = {
  'staff-digest': 'สรุปงานของเจ้าหน้าที่',
  'manager-digest': 'สรุปสำหรับผู้บริหาร',
  news: 'ท่านบอก เราทำ',
};

/** Those a digest is made for. */
export const MADE_FOR: { readonly [K in Scheduled]: string } = {
  'staff-digest': 'เจ้าหน้าที่ (ไม่รวมผู้บริหาร)',
  'manager-digest': 'ผู้บริหารทุกคน',
  news: 'ประชาชนที่ขอรับ',
};
