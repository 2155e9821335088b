import { indicatorOf } from '../../assessment/indicators.ts';
import type { Answer, AnswerContext, Reply } from '../answer.ts';
import { cardReply } from './card-reply.ts';

type Feature = 'subscribe' | 'register_staff' | 'qr_code' | 'give_feedback';

function notYet(feature: Feature, topic: string | null, context: AnswerContext): Reply {
  return cardReply(context, 'not-yet', { feature, topic });
}

/** "รับข่าวสาร" */
export const subscribe: Answer<'subscribe'> = (_, context) => notYet('subscribe', null, context);

/** "ลงทะเบียนพนักงาน" */
export const registerStaff: Answer<'register_staff'> = (_, context) => notYet('register_staff', null, context);

/** "ขอ QR แบบประเมิน" */
export const qrCode: Answer<'qr_code'> = (_, context) => notYet('qr_code', null, context);

/** "แสดงความคิดเห็น": says openly that nothing is recorded. */
export const giveFeedback: Answer<'give_feedback'> = ({ indicator, code }, context) => {
  const info = indicator === undefined ? undefined : indicatorOf(indicator);
  const topic = code === undefined ? (info ? `ตัวชี้วัดที่ ${info.no} ${info.name}` : null) : `ข้อ ${code}`;
  return notYet('give_feedback', topic, context);
};
