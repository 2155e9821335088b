import { rememberChoice } from '../../people/following.ts';
import { TOPICS, type Person, type Topic } from '../../people/person.ts';
import { mayActAs } from '../../people/role.ts';
import { TOPIC_WORDS } from '../../people/topic-words.ts';
import { wantsTopic } from '../../people/wants.ts';
import { people } from '../../store/collections.ts';
import type { Answer, AnswerContext, Reply, User } from '../answer.ts';
import { encodePostback } from '../postback.ts';
import { personalReply } from './card-reply.ts';

/** "รับข่าวสาร": what can be chosen and what is; a button chooses one thing. Nothing is sent without a yes. */
export const subscribe: Answer<'subscribe'> = ({ topic }, context) => {
  const { user } = context;
  if (!user) return personalReply(context, 'only-in-private', {});
  return {
    needs: 'store',
    finish: async ({ store }) => {
      const known = await store.get(people, user.id);
      if (topic === undefined) return choices(known, user, context, null);
      const chosen = { ...known?.wants, [topic]: { wanted: true, atMs: user.eventMs } };
      const then = { following: true, wants: chosen, changedAtMs: user.eventMs, recordedAtMs: user.nowMs };
      return { ...choices(then, user, context, topic), writes: [rememberChoice(user.id, topic, true, user)] };
    },
  };
};

/** The card of choices. `just`: what has just been chosen. */
function choices(person: Person | undefined, { staff }: User, context: AnswerContext, just: Topic | null): Reply {
  const role = staff?.role ?? 'citizen';
  const offered = TOPICS.filter((topic) => topic !== 'digest' || mayActAs(role, 'staff'));
  return personalReply(context, 'news-choice', {
    just: just && TOPIC_WORDS[just],
    topics: offered.map((topic) => {
      const gets = wantsTopic(person, topic, role);
      return {
        name: TOPIC_WORDS[topic],
        gets,
        data: encodePostback(gets === 'all' ? 'unsubscribe' : 'subscribe', { topic }),
      };
    }),
  });
}
