import type { Answer } from '../answer.ts';
import { encodePostback } from '../postback.ts';
import { cardReply } from './card-reply.ts';
import { inPublishedYear, otherYears } from './in-published-year.ts';

/** "ขอรายงานฉบับเต็ม": its link, or whom to ask for it. */
export const report: Answer<'report'> = (slots, context) =>
  inPublishedYear(
    slots,
    context,
    (year) => encodePostback('report', { year }),
    (assessment, data) =>
      cardReply(context, 'report', {
        ...data,
        phone: context.knowledge.agency?.phone ?? null,
        otherYears: otherYears(context, assessment.fiscalYear),
      }),
  );
