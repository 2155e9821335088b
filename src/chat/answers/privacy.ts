import { forgetPerson, rememberUnsubscribe } from '../../people/following.ts';
import type { Person } from '../../people/person.ts';
import type { Answer, AnswerContext } from '../answer.ts';
import { contactLine } from '../card-data/contact.ts';
import { cardReply, personalReply } from './card-reply.ts';

/** "ข้อมูลส่วนบุคคล", "ข้อมูลของฉัน", "ลบข้อมูลของฉัน" (asks before it erases), "ถอนความยินยอม". */
export const privacy: Answer<'privacy'> = ({ action = 'notice' }, context) => {
  const { user } = context;
  if (action === 'notice') return cardReply(context, 'privacy', { contact: contactLine(context.knowledge.agency) });
  if (!user) return personalReply(context, 'only-in-private', {});
  if (action === 'delete') return personalReply(context, 'delete-my-data', {});
  if (action === 'delete_confirmed') return personalReply(context, 'my-data-deleted', {}, forgetPerson(user.id));
  if (action === 'withdraw')
    return personalReply(context, 'unsubscribed', {}, rememberUnsubscribe(user.id, user.eventMs));
  return { needs: 'person', finish: (person) => personalReply(context, 'my-data', myData(person, context)) };
};

const ROLES = { citizen: 'ประชาชน', staff: 'เจ้าหน้าที่', manager: 'หัวหน้างาน', admin: 'ผู้ดูแลระบบ' } as const;

function myData(person: Person | undefined, { user }: AnswerContext): object {
  if (!person || !user) return { known: false };
  return {
    known: true,
    userId: user.id,
    role: ROLES[person.role],
    following: person.following,
    subscribed: person.subscribed,
    changedAt: new Date(person.changedAtMs).toISOString(),
  };
}
