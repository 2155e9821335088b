import { rememberChoice, rememberUnsubscribe } from '../../people/following.ts';
import { TOPIC_WORDS } from '../../people/topic-words.ts';
import { people } from '../../store/collections.ts';
import type { Answer } from '../answer.ts';
import { personalReply } from './card-reply.ts';
import { newsChoice } from './news-choice.ts';

/** "หยุดรับข่าวสาร": of one thing by its button or name, else of everything. Honoured at once; only `choose` asks what is meant. */
export const unsubscribe: Answer<'unsubscribe'> = ({ topic, act }, context) => {
  const { user } = context;
  if (!user) return personalReply(context, 'only-in-private', {});
  if (act === 'choose')
    return {
      needs: 'store',
      finish: async ({ store }) => newsChoice(await store.get(people, user.id), user, context, { stopping: true }),
    };
  const write = topic === undefined ? rememberUnsubscribe(user.id, user) : rememberChoice(user.id, topic, false, user);
  return personalReply(context, 'unsubscribed', { topic: topic === undefined ? null : TOPIC_WORDS[topic] }, write);
};
