import type { Role } from './role.ts';

/** What a role is called where people read it. */
export const ROLE_WORDS: { readonly [R in Role]: string } = {
  citizen: 'ประชาชน',
  staff: 'เจ้าหน้าที่',
  manager: 'ผู้บริหาร',
  admin: 'ผู้ดูแลระบบ',
};
