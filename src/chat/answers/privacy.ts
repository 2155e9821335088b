import { rememberUnsubscribe } from '../../people/following.ts';
import { TOPICS } from '../../people/person.ts';
import { TOPIC_WORDS } from '../../people/topic-words.ts';
import { showFeedbackId } from '../../feedback/feedback-id.ts';
import { DEFAULT_RETENTION_DAYS } from '../../feedback/retention.ts';
import { SCALE } from '../../feedback/scale.ts';
import { readAdmins } from '../../people/last-admin.ts';
import { ROLE_WORDS } from '../../people/role-words.ts';
import { erasePerson, exportPerson, type PersonExport } from '../../privacy/personal-data.ts';
import type { Answer, AnswerContext, NeedsStore, Reply, User } from '../answer.ts';
import { contactLine } from '../card-data/contact.ts';
import { cardReply, personalReply } from './card-reply.ts';

/** "ข้อมูลส่วนบุคคล", "ข้อมูลของฉัน", "ลบข้อมูลของฉัน" (asks before it erases), "ถอนความยินยอม". */
export const privacy: Answer<'privacy'> = ({ action = 'notice' }, context) => {
  const { user } = context;
  const { agency } = context.knowledge;
  if (action === 'notice')
    return cardReply(context, 'privacy', {
      contact: contactLine(agency),
      days: agency?.retentionDays ?? DEFAULT_RETENTION_DAYS,
    });
  if (!user) return personalReply(context, 'only-in-private', {});
  if (action === 'delete') return askWhetherToErase(user, context);
  if (action === 'delete_confirmed') return erased(user, context);
  if (action === 'withdraw')
    return personalReply(context, 'unsubscribed', { topic: null }, rememberUnsubscribe(user.id, user));
  return {
    needs: 'store',
    finish: async ({ store, clock }) =>
      personalReply(context, 'my-data', myData(await exportPerson(store, user.id, clock), user)),
  };
};

/** Says what would go, also the role, and that nobody could give out roles any more if the last admin went. */
function askWhetherToErase(user: User, context: AnswerContext): Reply | NeedsStore {
  const role = user.staff ? ROLE_WORDS[user.staff.role] : null;
  const ask = (lastAdmin: boolean): Reply => personalReply(context, 'delete-my-data', { role, lastAdmin });
  if (user.staff?.role !== 'admin') return ask(false);
  return {
    needs: 'store',
    finish: async ({ store }) => ask((await readAdmins(store)).every(({ id }) => id === user.id)),
  };
}

/** Erases at once and says what was there. It may be done again: the second time finds nothing. */
function erased(user: User, context: AnswerContext): NeedsStore {
  return {
    needs: 'store',
    finish: async ({ store, clock }) => {
      const erased = await erasePerson(store, user.id, clock, user.eventMs);
      const { erasedAt, answers, contacts, staff, joinAttempts } = erased;
      const said = { erasedAt, answers, contacts, staff, joinAttempts };
      return { ...personalReply(context, 'my-data-deleted', said), waitFor: null };
    },
  };
}

/** Answers shown in full; more would fill the screen many times over. */
const ANSWERS_SHOWN = 3;

function myData({ person, staff, invitations, joinAttempts, answers }: PersonExport, user: User): object {
  return {
    known: person !== null || staff !== null || joinAttempts !== null || answers.length > 0,
    userId: user.id,
    person: person && {
      following: person.following,
      wants: TOPICS.filter((topic) => person.wants[topic]?.wanted === true).map((topic) => TOPIC_WORDS[topic]),
      changedAt: new Date(person.changedAtMs).toISOString(),
    },
    staff: staff && { role: ROLE_WORDS[staff.role], name: staff.name, joinedAt: staff.joinedAt },
    invitations: invitations.length,
    wrongCodes: joinAttempts?.wrong.length ?? 0,
    answers: answers.slice(0, ANSWERS_SHOWN).map(({ id, feedback: { point, score, comment, day }, contact }) => ({
      reference: showFeedbackId(id),
      about: point ?? 'ความเห็นทั่วไป',
      rating: SCALE.find((step) => step.score === score)?.name ?? '',
      comment,
      day,
      wantsReply: contact !== null,
    })),
    more: Math.max(0, answers.length - ANSWERS_SHOWN),
  };
}
