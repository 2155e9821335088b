import type { Answer, AnswerContext, Reply } from '../answer.ts';
import { cardReply } from './card-reply.ts';

type Feature = 'subscribe' | 'register_staff' | 'qr_code';

function notYet(feature: Feature, context: AnswerContext): Reply {
  return cardReply(context, 'not-yet', { feature });
}

/** "รับข่าวสาร" */
export const subscribe: Answer<'subscribe'> = (_, context) => notYet('subscribe', context);

/** "ลงทะเบียนพนักงาน" */
export const registerStaff: Answer<'register_staff'> = (_, context) => notYet('register_staff', context);

/** "ขอ QR แบบประเมิน" */
export const qrCode: Answer<'qr_code'> = (_, context) => notYet('qr_code', context);
