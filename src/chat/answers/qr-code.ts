import type { Answer } from '../answer.ts';
import { personalReply } from './card-reply.ts';
import { counterCodes } from './counter-codes.ts';

/** "ขอ QR แบบประเมิน": for staff their codes; for everybody else where codes are found, and that it goes without one. */
export const qrCode: Answer<'qr_code'> = (_, context) =>
  context.user?.staff ? counterCodes({}, context) : personalReply(context, 'qr-code', {});
