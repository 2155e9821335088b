import type { Scheduled } from '../../push/made-digest.ts';

/** What the digests are called where people read it. */
export const DIGEST_NAMES: { readonly [K in Scheduled]: string } = {
  'staff-digest': 'สรุปงานของเจ้าหน้าที่',
  'manager-digest': 'สรุปสำหรับผู้บริหาร',
  news: 'ท่านบอก เราทำ',
};
