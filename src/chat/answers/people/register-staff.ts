import type { Answer } from '../../answer.ts';
import { encodePostback } from '../../postback.ts';
import { personalReply } from '../card-reply.ts';
import { staffCard } from './staff-card.ts';

/** "ลงทะเบียนเจ้าหน้าที่", "สิทธิ์ของฉัน": how to join, or for staff who they are here. */
export const registerStaff: Answer<'register_staff'> = (_, context) => {
  const { user } = context;
  if (!user) return personalReply(context, 'only-in-private', {});
  if (user.staff) return staffCard('asked', user.staff, context);
  return personalReply(context, 'register-staff', { enter: encodePostback('join_staff', {}) });
};
