import { rememberChoice } from '../../people/following.ts';
import { people } from '../../store/collections.ts';
import type { Answer } from '../answer.ts';
import { personalReply } from './card-reply.ts';
import { newsChoice } from './news-choice.ts';

/** "รับข่าวสาร": what can be chosen and what is; a button chooses one thing. Nothing is sent without a yes. */
export const subscribe: Answer<'subscribe'> = ({ topic }, context) => {
  const { user } = context;
  if (!user) return personalReply(context, 'only-in-private', {});
  return {
    needs: 'store',
    finish: async ({ store }) => {
      const known = await store.get(people, user.id);
      if (topic === undefined) return newsChoice(known, user, context, {});
      const chosen = { ...known?.wants, [topic]: { wanted: true, atMs: user.eventMs } };
      const then = { following: true, wants: chosen, changedAtMs: user.eventMs, recordedAtMs: user.nowMs };
      const card = newsChoice(then, user, context, { just: topic });
      return { ...card, writes: [rememberChoice(user.id, topic, true, user)] };
    },
  };
};
