import type { Answer, AnswerContext, Reply } from '../answer.ts';
import { placeOf } from '../card-data/contact.ts';
import { linkable } from '../../linkable.ts';
import { cardReply } from './card-reply.ts';

/** "ที่อยู่กับเบอร์ติดต่อ" */
export const contact: Answer<'contact'> = (_, context) => contactCard(false, context);

/** "ติดต่อเจ้าหน้าที่คนจริง" */
export const talkToHuman: Answer<'talk_to_human'> = (_, context) => contactCard(true, context);

function contactCard(human: boolean, context: AnswerContext): Reply {
  const { agency } = context.knowledge;
  return cardReply(context, 'contact', {
    human,
    place: placeOf(agency),
    hours: agency?.hours || null,
    email: agency?.email ?? null,
    phone: agency?.phone ?? null,
    website: linkable(agency?.website),
    spoken: [agency?.phone ? `โทร ${agency.phone}` : '', agency?.website ?? '', agency?.email ?? '']
      .filter(Boolean)
      .join(' '),
  });
}
